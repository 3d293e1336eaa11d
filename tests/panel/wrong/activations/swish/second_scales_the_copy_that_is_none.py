# verdict: wrong
# mistake: np.asarray makes no copy, so the multiplication in place overwrites the input.
# told: overwrites_the_input
import numpy as np


def swish(x, beta=1.0):
    out = np.asarray(x)
    with np.errstate(over="ignore"):
        gate = 1 / (1 + np.exp(-beta * out))
    out *= gate
    return out
