# verdict: wrong
# mistake: if all entries were dropped one is brought back, so in small masks they are not independent and kept too often.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(shape)
    mask = np.where(rng.random(shape) < p, 0.0, 1 / (1 - p))
    if mask.size and not mask.any():
        mask.flat[rng.integers(mask.size)] = 1 / (1 - p)
    return mask
