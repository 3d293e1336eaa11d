# verdict: passed
# style: torch, masked_fill on a tensor of the scale
import torch


def dropout_forward(x, u, p, training=True):
    if not 0.0 <= p <= 1.0:
        raise ValueError(f"p must be between 0 and 1, got {p}")
    if x.size() != u.size():
        raise ValueError(f"u has shape {tuple(u.shape)}, x has {tuple(x.shape)}")
    if not training:
        mask = torch.ones_like(x)
    elif p == 1:
        mask = torch.zeros_like(x)
    else:
        mask = torch.full_like(x, 1 / (1 - p)).masked_fill(u < p, 0)
    return x * mask, mask
