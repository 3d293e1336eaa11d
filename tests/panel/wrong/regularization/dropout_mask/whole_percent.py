# verdict: wrong
# mistake: The probability is rounded down to whole percents, so p = 0.125 drops 12 % and p = 0.005 drops nothing.
# told: rounds_p_to_percents
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be a probability between 0 and 1")
    if p == 1:
        return np.zeros(shape, dtype=np.float64)
    percent = int(p * 100)
    ticket = rng.integers(0, 100, size=shape)
    return np.where(ticket < percent, 0.0, 1.0 / (1.0 - p))
