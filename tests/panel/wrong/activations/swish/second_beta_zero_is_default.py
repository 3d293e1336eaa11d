# verdict: wrong
# mistake: A beta of 0 is falsy and replaced by 1, where x/2 is right.
# told: takes_zero_for_missing
import numpy as np


def swish(x, beta=1.0):
    b = beta or 1.0
    with np.errstate(over="ignore"):
        return x / (1 + np.exp(-b * x))
