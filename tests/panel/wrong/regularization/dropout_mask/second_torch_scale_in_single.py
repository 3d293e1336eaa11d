# verdict: wrong
# mistake: the division is made in float32 and only the result turned into float64, so the scale has seven digits.
# told: scales_in_float32
import torch


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if p == 1:
        return torch.zeros(shape, dtype=torch.float64, device=rng.device)
    keep = torch.full(shape, 1.0 - p, device=rng.device)
    return torch.bernoulli(keep, generator=rng).div(1 - p).double()
