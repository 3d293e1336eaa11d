# verdict: wrong
# mistake: The mask is filled in float32 and cast at the end, so 1 / (1 - p) has only seven digits.
# told: scales_in_float32
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mask = np.zeros(shape, dtype=np.float32)
    if p < 1:
        mask[rng.random(shape) >= p] = 1.0 / (1.0 - p)
    return mask.astype(np.float64)
