# verdict: passed
# style: rng.choice with weights from the two values
import numpy as np


def dropout_mask(shape, p, rng):
    if not (p >= 0 and p <= 1):
        raise ValueError("argument p out of range: " + repr(p))
    if p == 1:
        values = np.array([0.0, 0.0])
    else:
        values = np.array([0.0, 1 / (1 - p)])
    return rng.choice(values, size=shape, p=[p, 1 - p])
