# verdict: wrong
# mistake: It takes p for the probability to keep, as in older papers, and also divides by p.
# told: takes_p_for_the_share_kept, swaps_drop_and_keep
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if p == 0:
        return np.zeros(shape)
    return (rng.random(shape) < p) / p
