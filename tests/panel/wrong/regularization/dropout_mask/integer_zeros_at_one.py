# verdict: wrong
# mistake: At p = 1 the mask comes back as integers, not float64.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p outside [0, 1]")
    keep = np.asarray(rng.random(shape) >= p).astype(int)
    if p == 1:
        return keep
    return keep / (1 - p)
