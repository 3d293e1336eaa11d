# verdict: passed
# style: PyTorch, masked_fill
import torch


def corrupt(x, u, p):
    if not 0 <= p <= 1:
        raise ValueError(f"p is a probability, got p={p}")
    if x.shape != u.shape:
        raise ValueError(f"u has shape {tuple(u.shape)}, expected {tuple(x.shape)}")
    return x.masked_fill(torch.lt(u, p), 0.0)
