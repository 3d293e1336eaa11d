# grades: regularization/dropout_forward
import torch


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError("p is not a probability")
    if u.shape != x.shape:
        raise ValueError("u has the wrong shape")
    if not training:
        return x.contiguous(), torch.ones_like(x)
    if p == 1:
        return torch.zeros_like(x), torch.zeros_like(x)
    mask = (u >= p).to(x.dtype) / (1 - p)
    return x * mask, mask
