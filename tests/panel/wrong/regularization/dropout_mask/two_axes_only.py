# verdict: raised
# mistake: It unpacks the shape into exactly two numbers and crashes for one or three axes.
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    batch, units = shape
    mask = np.zeros((batch, units))
    for b in range(batch):
        row = rng.random(units)
        if p < 1:
            mask[b] = (row >= p) / (1 - p)
    return mask
