# verdict: raised
# mistake: It raises ValueError for a beta of zero or below, although beta may be any finite number.
import numpy as np
from scipy.special import expit


def swish(x, beta=1.0):
    if beta <= 0:
        raise ValueError("beta must be positive")
    return np.asarray(x * expit(beta * x), dtype=x.dtype)
