# verdict: wrong
# mistake: It starts again from the generator's initial seed, so every state of the same generator gives the same mask.
# told: ignores_rng
import torch


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    gen = torch.Generator().manual_seed(rng.initial_seed())
    u = torch.rand(shape, generator=gen, dtype=torch.float64)
    if p == 1:
        return torch.zeros_like(u)
    return (u >= p).to(torch.float64) / (1.0 - p)
