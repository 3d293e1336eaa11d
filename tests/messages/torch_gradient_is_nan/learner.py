# grades: regularization/dropout_forward
import torch


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p is no probability: {p}")
    if u.shape != x.shape:
        raise ValueError(f"u has shape {tuple(u.shape)} and not that of x")
    if not training:
        return x.clone(), torch.ones_like(x)
    if p == 1:
        return x * 0, x * 0
    keep = (u >= p).to(x.dtype)
    y = torch.where(keep > 0, x / (keep * (1 - p)), 0)
    return y, keep / (1 - p)
