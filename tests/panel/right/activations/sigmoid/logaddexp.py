# verdict: passed
# style: one-liner in the log domain
import numpy as np


def sigmoid(x):
    # log sigma(x) = -log(e^0 + e^-x)
    return np.exp(-np.logaddexp(0, -x))
