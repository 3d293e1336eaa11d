# verdict: wrong
# mistake: The ValueError speaks of a rate and does not name the argument p.
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("the rate must lie between 0 and 1")
    if p == 1:
        return np.zeros(shape)
    return (rng.random(shape) >= p) / (1 - p)
