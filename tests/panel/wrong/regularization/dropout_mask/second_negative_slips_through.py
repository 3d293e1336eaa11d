# verdict: wrong
# mistake: the check looks at the absolute value of p, so -0.5 is taken without an error.
# told: checks_nothing
import numpy as np


def dropout_mask(shape, p, rng):
    if abs(p) > 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if p == 1:
        return np.zeros(shape)
    return (rng.random(shape) >= p) * (1 / (1 - p))
