# verdict: wrong
# mistake: the error does not say which argument is out of range.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("value must be between 0 and 1")
    mask = np.zeros(shape)
    if p < 1:
        mask[rng.random(shape) >= p] = 1 / (1 - p)
    return mask
