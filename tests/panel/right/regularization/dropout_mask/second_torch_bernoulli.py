# verdict: passed
# style: torch.bernoulli with a double tensor of keep probabilities
import torch


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    keep = 1.0 - p
    mask = torch.bernoulli(torch.full(shape, keep, dtype=torch.float64, device=rng.device), generator=rng)
    return mask / keep if keep else mask
