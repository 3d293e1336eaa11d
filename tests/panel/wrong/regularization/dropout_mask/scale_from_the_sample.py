# verdict: wrong
# mistake: It scales by the share of entries that happened to be kept, so that the mean is exactly 1, instead of by 1 - p.
# told: scales_by_the_share_kept
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    mask = (rng.random(shape) >= p).astype(np.float64)
    kept = mask.mean()
    if kept > 0:
        mask /= kept
    return mask
