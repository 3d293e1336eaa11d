# verdict: passed
# style: first how many are dropped (binomial), then which ones (random order)
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must satisfy 0 <= p <= 1")
    mask = np.ones(shape, dtype=float)
    flat = mask.reshape(-1)
    if 0 < p < 1:
        flat /= 1 - p
    number_dropped = rng.binomial(flat.size, p)
    order = rng.permutation(flat.size)
    flat[order[:number_dropped]] = 0.0
    return mask
