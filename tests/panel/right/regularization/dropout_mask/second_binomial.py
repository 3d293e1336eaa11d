# verdict: passed
# style: one binomial draw of size 1 for each entry
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(f"p must lie in [0, 1], got {p}")
    if p == 1:
        return np.zeros(shape)
    kept = rng.binomial(1, 1 - p, size=shape)
    return kept.astype(np.float64) / (1 - p)
