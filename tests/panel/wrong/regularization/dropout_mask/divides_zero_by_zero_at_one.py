# verdict: wrong
# mistake: At p = 1 it divides 0 by 0, so the mask is NaN with a warning instead of zeros.
# told: divides_zero_by_zero
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(f"p must be between 0 and 1, got {p}")
    keep = (rng.random(shape) >= p).astype(np.float64)
    return keep / (1 - p)
