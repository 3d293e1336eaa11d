# verdict: wrong
# mistake: It draws one row and repeats it for the whole batch, so all samples drop the same units.
# told: repeats_one_row
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(f"p must be between 0 and 1, got {p}")
    mask = np.zeros(shape)
    if p < 1:
        units = rng.random(shape[-1]) >= p
        mask[...] = units / (1.0 - p)
    return mask
