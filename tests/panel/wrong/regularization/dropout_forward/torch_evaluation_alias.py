# verdict: wrong
# mistake: In evaluation it returns x.contiguous(), which is x itself and not a new tensor.
# told: returns_x_itself
import torch


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.contiguous(), torch.ones_like(x)
    if p == 1:
        return torch.zeros_like(x), torch.zeros_like(x)
    mask = (u >= p).to(x.dtype).div(1 - p)
    return x * mask, mask
