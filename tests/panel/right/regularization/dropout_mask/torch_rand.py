# verdict: passed
# style: PyTorch, torch.rand in float64 and a comparison
import torch


def dropout_mask(shape, p, rng):
    if not 0.0 <= p <= 1.0:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if p == 1.0:
        return torch.zeros(shape, dtype=torch.float64)
    keep = torch.rand(shape, generator=rng, dtype=torch.float64) >= p
    return keep.to(torch.float64) / (1.0 - p)
