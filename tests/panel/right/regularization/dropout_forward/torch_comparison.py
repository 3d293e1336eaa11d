# verdict: passed
# style: PyTorch, comparison cast to the dtype of x and divided
import torch


def dropout_forward(x, u, p, training=True):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"p must be between 0 and 1, but is {p}")
    if u.shape != x.shape:
        raise ValueError(f"u must have shape {tuple(x.shape)}, but has {tuple(u.shape)}")
    if not training:
        return x.clone(), torch.ones_like(x)
    if p == 1.0:
        mask = torch.zeros_like(x)
    else:
        mask = (u >= p).to(x.dtype) / (1.0 - p)
    return x * mask, mask
