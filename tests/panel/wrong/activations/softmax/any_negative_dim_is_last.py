# verdict: wrong
# mistake: Every negative dim is taken for the last axis, so dim=-2 normalises along the wrong axis.
# told: takes_negative_dims_for_the_last
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above zero")
    if dim < 0:
        dim = x.ndim - 1
    top = np.max(x, axis=dim, keepdims=True)
    e = np.exp((x - top) / temperature)
    return (e / e.sum(axis=dim, keepdims=True)).astype(x.dtype)
