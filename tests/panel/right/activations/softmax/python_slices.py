# verdict: passed
# style: plain Python on every slice, math.exp and math.fsum
import math

import numpy as np


def _one_slice(scores, temperature):
    top = max(scores)
    weights = [math.exp((s - top) / temperature) for s in scores]
    total = math.fsum(weights)
    return [wt / total for wt in weights]


def softmax(x, dim=-1, temperature=1.0):
    temperature = float(temperature)
    if not temperature > 0.0:
        raise ValueError("temperature has to be greater than zero")
    moved = np.moveaxis(x, dim, -1)
    result = np.empty(moved.shape, dtype=x.dtype)
    for index in np.ndindex(*moved.shape[:-1]):
        result[index] = _one_slice(moved[index].tolist(), temperature)
    return np.ascontiguousarray(np.moveaxis(result, -1, dim))
