# verdict: wrong
# mistake: the numbers come from a spawned child, which depends on how many were spawned before and not on the state of rng.
# told: ignores_rng
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(f"p={p} is not a probability")
    child = rng.spawn(1)[0]
    mask = (child.random(shape) >= p).astype(np.float64)
    if p < 1:
        mask /= 1 - p
    return mask
