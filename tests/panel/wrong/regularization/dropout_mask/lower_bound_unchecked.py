# verdict: wrong
# mistake: A negative p is not refused; it quietly gives a constant mask below one.
# told: checks_nothing
import numpy as np


def dropout_mask(shape, p, rng):
    if p > 1:
        raise ValueError(f"p cannot exceed 1, got {p}")
    if p == 1:
        return np.zeros(shape)
    u = rng.uniform(0.0, 1.0, size=shape)
    return np.where(u < p, 0.0, 1.0 / (1.0 - p))
