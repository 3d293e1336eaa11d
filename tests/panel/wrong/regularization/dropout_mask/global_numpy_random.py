# verdict: wrong
# mistake: It draws from the global np.random, so rng plays no part and the same state does not give the same mask.
# told: ignores_rng
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(shape)
    keep = np.random.rand(*shape) >= p
    return keep / (1 - p)
