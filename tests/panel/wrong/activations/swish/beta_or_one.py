# verdict: wrong
# mistake: beta = beta or 1.0 turns beta = 0 into the default, where x/2 is right.
# told: takes_zero_for_missing
import numpy as np
from scipy.special import expit


def swish(x, beta=None):
    beta = beta or 1.0
    return (x * expit(beta * x)).astype(x.dtype)
