# verdict: wrong
# mistake: (x + |x|)/2 doubles before it halves, so a finite number above half the largest float becomes infinite.
import numpy as np


def relu(x):
    with np.errstate(all="ignore"):
        out = (x + np.abs(x)) / 2
    return np.where(x == -np.inf, np.zeros_like(x), out)
