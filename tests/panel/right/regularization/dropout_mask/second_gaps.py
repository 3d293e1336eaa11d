# verdict: passed
# style: geometric gaps between the dropped entries
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p is a probability and must be between 0 and 1")
    if p == 1:
        return np.zeros(shape)
    size = int(np.prod(shape))
    mask = np.full(size, 1.0 / (1.0 - p))
    if p > 0:
        position = -1
        while True:
            position += int(rng.geometric(p))
            if position >= size:
                break
            mask[position] = 0.0
    return mask.reshape(shape)
