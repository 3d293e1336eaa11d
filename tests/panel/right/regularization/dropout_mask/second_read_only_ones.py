# verdict: passed
# style: where nothing is left to chance, a broadcast of one number, which is read-only
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p in (0, 1):
        return np.broadcast_to(np.float64(1 - p), shape)
    return np.where(rng.random(shape) < p, 0.0, 1.0 / (1.0 - p))
