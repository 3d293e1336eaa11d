# verdict: wrong
# mistake: Moves dim to the end by cycling the axes and cycles once more in the same direction to come back, which is right for two axes only.
import numpy as np


def log_softmax(x, dim=-1):
    d = dim % x.ndim
    order = list(range(d + 1, x.ndim)) + list(range(d + 1))
    s = x.transpose(order)
    z = s - s.max(axis=-1, keepdims=True)
    y = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    return y.transpose(order)
