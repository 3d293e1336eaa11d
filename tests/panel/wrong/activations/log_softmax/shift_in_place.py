# verdict: wrong
# mistake: x -= max changes the caller's array.
# told: overwrites_the_input
import numpy as np


def log_softmax(x, dim=-1):
    x -= x.max(axis=dim, keepdims=True)
    return x - np.log(np.exp(x).sum(axis=dim, keepdims=True))
