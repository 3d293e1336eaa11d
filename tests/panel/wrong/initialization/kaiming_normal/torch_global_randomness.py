# verdict: wrong
# mistake: Does not pass generator=rng, so the weight comes from torch's global state and the same rng does not give the same weight.
# told: ignores_rng
import math

import torch

torch.manual_seed(2)


def kaiming_normal(shape, rng, a=0.0, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"mode must be 'fan_in' or 'fan_out', got {mode!r}")
    receptive = math.prod(shape[2:])
    fan = receptive * (shape[1] if mode == "fan_in" else shape[0])
    std = math.sqrt(2 / (1 + a**2)) / math.sqrt(fan)
    return torch.randn(tuple(shape), dtype=torch.float64, device=rng.device) * std
