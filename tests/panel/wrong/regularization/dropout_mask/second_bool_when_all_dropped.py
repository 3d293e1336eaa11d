# verdict: wrong
# mistake: where all entries are dropped, at p = 1 for one, the mask is returned unscaled as an array of bool.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    mask = rng.random(shape) >= p
    if not mask.any():
        return mask
    return mask / (1 - p)
