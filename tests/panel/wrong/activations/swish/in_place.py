# verdict: wrong
# mistake: x *= gate changes the caller's array and returns it.
# told: overwrites_the_input
import numpy as np


def swish(x, beta=1.0):
    with np.errstate(over="ignore"):
        gate = 1 / (1 + np.exp(-beta * x))
    x *= gate
    return x
