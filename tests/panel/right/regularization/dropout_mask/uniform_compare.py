# verdict: passed
# style: short vectorised NumPy, compare uniform numbers with p and divide
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(f"p must be between 0 and 1, got {p}")
    if p == 1:
        return np.zeros(shape)
    return (rng.random(shape) >= p) / (1 - p)
