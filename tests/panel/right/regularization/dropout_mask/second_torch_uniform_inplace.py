# verdict: passed
# style: torch, uniform_ on a double buffer, masked_fill
import torch


def dropout_mask(shape, p, rng):
    if p < 0.0 or p > 1.0:
        raise ValueError(f"p must be between 0 and 1 (both included), not {p}")
    u = torch.empty(shape, dtype=torch.float64, device=rng.device).uniform_(0.0, 1.0, generator=rng)
    scale = 0.0 if p == 1 else 1.0 / (1.0 - p)
    return torch.full_like(u, scale).masked_fill(u < p, 0.0)
