# verdict: wrong
# mistake: Redraws entries beyond two standard deviations (a truncated normal), but nothing may be cut off.
import math

import numpy as np


def kaiming_normal(shape, rng, a=0.0, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"mode must be 'fan_in' or 'fan_out', got {mode!r}")
    receptive = math.prod(shape[2:])
    fan = receptive * (shape[1] if mode == "fan_in" else shape[0])
    z = rng.standard_normal(shape)
    while np.any(np.abs(z) > 2):
        far = np.abs(z) > 2
        z[far] = rng.standard_normal(far.sum())
    z /= 0.87962566103423978  # standard deviation of the truncated normal
    return z * math.sqrt(2 / (1 + a**2)) / math.sqrt(fan)
