# verdict: wrong
# mistake: Treats every negative dim as the last axis, so dim=-2 normalises along the wrong axis.
# told: takes_negative_dims_for_the_last
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    axis = dim if dim >= 0 else x.ndim - 1
    z = x / temperature
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
