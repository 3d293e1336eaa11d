# verdict: passed
# style: plain loop over all indices, one random number per entry
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0:
        raise ValueError("p is negative: " + str(p))
    if p > 1:
        raise ValueError("p is larger than one: " + str(p))

    mask = np.zeros(shape, dtype=np.float64)
    if p == 1:
        return mask

    value_when_kept = 1.0 / (1.0 - p)
    for index in np.ndindex(*mask.shape):
        r = rng.random()
        if r < p:
            mask[index] = 0.0
        else:
            mask[index] = value_when_kept
    return mask
