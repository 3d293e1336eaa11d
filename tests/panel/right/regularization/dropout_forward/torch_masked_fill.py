# verdict: passed
# style: PyTorch, start from a full mask and fill the dropped places with zero
import torch


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if tuple(u.shape) != tuple(x.shape):
        raise ValueError("u must be of the same shape as x")
    scale = 1.0
    dropped = torch.zeros(x.shape, dtype=torch.bool)
    if training:
        scale = 1.0 / (1.0 - p) if p < 1 else 0.0
        dropped = u < p
    mask = torch.full(x.shape, scale, dtype=x.dtype).masked_fill(dropped, 0.0)
    y = torch.mul(x, mask)
    return y, mask
