# verdict: wrong
# mistake: at p = 1 the zeros are written into x itself.
import torch


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.clone(), torch.ones_like(x)
    if p == 1:
        return x.zero_(), torch.zeros_like(x)
    mask = (u >= p).to(x.dtype) / (1 - p)
    return x * mask, mask
