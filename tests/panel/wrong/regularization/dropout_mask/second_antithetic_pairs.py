# verdict: wrong
# mistake: half the numbers are drawn and the others are their mirror images 1 - u, so the entries are not independent.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    size = int(np.prod(shape))
    half = rng.random((size + 1) // 2)
    u = np.concatenate([half, 1 - half])[:size].reshape(shape)
    scale = 1 / (1 - p) if p < 1 else 0.0
    return np.where(u >= p, scale, 0.0)
