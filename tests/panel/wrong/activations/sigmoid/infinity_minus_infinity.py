# verdict: wrong
# mistake: Computes exp(x - logaddexp(0, x)), which is inf - inf = NaN at plus infinity.
# told: subtracts_infinity_from_infinity
import numpy as np


def sigmoid(x):
    log_sigma = x - np.logaddexp(0, x)
    return np.exp(log_sigma)
