# verdict: wrong
# mistake: Draws half of the entries and takes the negatives for the other half, so the entries are not independent.
# told: centres_the_draw
import math

import numpy as np


def kaiming_normal(shape, rng, a=0.0, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"mode must be 'fan_in' or 'fan_out', got {mode!r}")
    receptive = math.prod(shape[2:])
    fan = receptive * (shape[1] if mode == "fan_in" else shape[0])
    n = math.prod(shape)
    half = rng.standard_normal((n + 1) // 2)
    z = np.concatenate([half, -half])[:n]
    rng.shuffle(z)
    return z.reshape(shape) * math.sqrt(2 / ((1 + a**2) * fan))
