# verdict: passed
# style: an array full of 1/2, overwritten by a boolean mask where the score is positive
import numpy as np


def relu_sigmoid_head(x, threshold):
    if threshold < 0 or threshold > 1:
        raise ValueError(f"threshold has to lie between 0 and 1, got {threshold}")
    p = np.full(x.shape, 0.5, dtype=x.dtype)
    positive = np.asarray(x > 0)
    p[positive] = 1 / (1 + np.exp(-x[positive]))
    yes = np.zeros(x.shape, dtype=bool)
    yes[...] = p.astype(np.float64) >= threshold
    return p, yes
