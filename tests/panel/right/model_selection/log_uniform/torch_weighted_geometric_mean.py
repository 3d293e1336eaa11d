# verdict: passed
# style: PyTorch, weighted geometric mean low^(1-u) high^u in double
import torch


def log_uniform(low, high, u):
    if low <= 0:
        raise ValueError("low must be positive")
    if high < low:
        raise ValueError("high must not be smaller than low")
    v = u.double()
    out = torch.pow(float(low), 1 - v) * torch.pow(float(high), v)
    return out.to(u.dtype)
