# verdict: wrong
# mistake: One large element makes the whole array go through ReLU instead of swish.
import numpy as np


def swish(x, beta=1.0):
    t = beta * x
    if np.any(np.abs(t) > 80):
        # exp would overflow, swish is ReLU out there
        return np.where(t > 0, x, x * 0)
    return (x / (1 + np.exp(-t))).astype(x.dtype)
