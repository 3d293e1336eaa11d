# verdict: raised
# mistake: It refuses p = 1, although the statement allows it and asks for all zeros.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p < 1:
        raise ValueError(f"p must be in [0, 1), got {p}")
    scale = 1.0 / (1.0 - p)
    return np.where(rng.random(shape) < p, 0.0, scale)
