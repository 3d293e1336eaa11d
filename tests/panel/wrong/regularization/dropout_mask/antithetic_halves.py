# verdict: wrong
# mistake: The second half uses 1 - u of the first half, so pairs of entries are not independent.
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(f"p must be between 0 and 1, got {p}")
    if p == 1:
        return np.zeros(shape)
    n = int(np.prod(shape))
    half = rng.random((n + 1) // 2)
    # antithetic pairs: fewer draws and a mean closer to 1
    u = np.concatenate([half, 1.0 - half])[:n]
    return np.where(u < p, 0.0, 1.0 / (1.0 - p)).reshape(shape)
