# verdict: forbidden
# mistake: It calls torch.nn.functional.dropout for the evaluation path, which the stub forbids.
import torch
from torch.nn import functional


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return functional.dropout(x, p=p, training=False).clone(), torch.ones_like(x)
    scale = 1 / (1 - p) if p < 1 else 0.0
    mask = (u >= p).to(x.dtype) * scale
    return x * mask, mask
