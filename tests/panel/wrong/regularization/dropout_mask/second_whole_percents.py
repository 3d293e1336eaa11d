# verdict: wrong
# mistake: the draw is an integer from 0 to 99, so probabilities between whole percents are rounded up.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(shape)
    lot = rng.integers(0, 100, size=shape)
    return np.where(lot < 100 * p, 0.0, 1 / (1 - p))
