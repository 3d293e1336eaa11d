# verdict: wrong
# mistake: Ties are recognised with np.isclose, so a probability a little below the threshold counts as a yes.
import numpy as np


def relu_sigmoid_head(x, threshold):
    if not (0.0 <= threshold <= 1.0):
        raise ValueError("threshold must lie in [0, 1]")
    p = np.asarray(1 / (1 + np.exp(-np.maximum(x, 0))))
    decision = (p > threshold) | np.isclose(p, threshold)
    return p, np.asarray(decision)
