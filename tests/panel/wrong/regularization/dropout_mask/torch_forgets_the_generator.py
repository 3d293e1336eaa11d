# verdict: wrong
# mistake: It never passes the generator on, so the draws come from PyTorch's global state.
# told: ignores_rng
import torch


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    mask = torch.bernoulli(torch.full(shape, 1.0 - p, dtype=torch.float64))
    return mask / (1.0 - p) if p < 1 else mask
