# verdict: passed
# style: all parameters flattened into one vector, one update, cut up again
import numpy as np


def gd_step(params, grads, lr):
    if [np.shape(g) for g in grads] != [np.shape(p) for p in params]:
        raise ValueError("grads must have the length and the shapes of params")
    if not params:
        return []
    flat = np.concatenate([np.ravel(p) for p in params])
    slope = np.concatenate([np.ravel(g) for g in grads])
    flat = flat - flat.dtype.type(lr) * slope
    new, start = [], 0
    for p in params:
        size = np.size(p)
        new.append(flat[start : start + size].reshape(np.shape(p)).copy())
        start += size
    return new
