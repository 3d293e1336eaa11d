# verdict: wrong
# mistake: When the shape of u is wrong the error blames x and names no u.
import torch


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("x does not have the right shape")
    mask = torch.ones_like(x)
    if training:
        scale = 1 / (1 - p) if p < 1 else 0.0
        mask = (u >= p).to(x.dtype) * scale
    return x * mask, mask
