# verdict: wrong
# mistake: Only dim 0 and the last axis of an array of two axes are thought of; any other dim is taken as the last one.
import numpy as np


def log_softmax(x, dim=-1):
    if x.ndim > 1 and (dim == 0 or dim == -2):
        return log_softmax(x.T).T
    z = x - x.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
