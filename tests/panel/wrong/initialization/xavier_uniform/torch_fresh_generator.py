# verdict: wrong
# mistake: Seeds a new generator from the seed of rng, so rng never moves on and the next call gives the same weight.
# told: ignores_rng
import math

import torch


def xavier_uniform(shape, rng, gain=1.0):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    receptive = math.prod(shape[2:])
    bound = gain * math.sqrt(6 / ((shape[0] + shape[1]) * receptive))
    g = torch.Generator(device=rng.device).manual_seed(rng.initial_seed())
    u = torch.rand(tuple(shape), generator=g, dtype=torch.float64, device=rng.device)
    return (2 * u - 1) * bound
