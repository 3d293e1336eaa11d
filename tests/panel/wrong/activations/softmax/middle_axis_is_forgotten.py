# verdict: wrong
# mistake: Every dim other than 0 is treated as the last axis, so a middle axis of a 3-D array is normalised along the wrong axis.
# told: knows_first_and_last_axis_only
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be positive")
    axis = 0 if dim in (0, -x.ndim) else -1
    z = (x - np.max(x, axis=axis, keepdims=True)) / temperature
    e = np.exp(z)
    return (e / np.sum(e, axis=axis, keepdims=True)).astype(x.dtype)
