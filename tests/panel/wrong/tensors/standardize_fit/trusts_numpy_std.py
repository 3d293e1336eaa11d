# verdict: wrong
# mistake: A constant column gets the rounding error of its mean as standard deviation, about 1e-17 for three times 0.1, and not exactly 0.
# told: leaves_the_rounding
import numpy as np


def standardize_fit(x):
    if len(x) == 0:
        raise ValueError("x must have at least one row")
    return np.mean(x, axis=0), np.std(x, axis=0)
