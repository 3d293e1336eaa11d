# verdict: forbidden
# mistake: evaluation is left to the library's dropout, which must not be called in any mode.
import torch
import torch.nn.functional as F


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return F.dropout(x, p, training=False).clone(), torch.ones_like(x)
    scale = 1 / (1 - p) if p < 1 else 0.0
    mask = (u >= p).to(x.dtype) * scale
    return x * mask, mask
