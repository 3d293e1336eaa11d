# verdict: wrong
# mistake: Computes x - min(x, 0), which is NaN at minus infinity instead of 0.
# told: computes_with_infinity
import numpy as np


def relu(x):
    with np.errstate(invalid="ignore"):
        return x - np.minimum(x, 0)
