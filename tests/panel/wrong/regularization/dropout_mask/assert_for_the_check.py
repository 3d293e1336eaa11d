# verdict: raised
# mistake: It checks p with assert, so the error is an AssertionError and not a ValueError.
# told: checks_by_assert
import numpy as np


def dropout_mask(shape, p, rng):
    assert 0 <= p <= 1, "p must be between 0 and 1"
    if p == 1:
        return np.zeros(shape)
    return (rng.random(shape) >= p) / (1 - p)
