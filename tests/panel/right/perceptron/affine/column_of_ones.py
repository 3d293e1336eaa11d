# verdict: passed
# style: bias absorbed into the weights by a column of ones, one matrix product
import numpy as np


def affine(x, weight, bias):
    n, d = x.shape
    if weight.ndim != 2 or weight.shape[1] != d:
        raise ValueError(f"weight needs {d} columns, has shape {weight.shape}")
    h = weight.shape[0]
    if bias.shape != (h,):
        raise ValueError(f"bias must have shape ({h},), has {bias.shape}")
    extended_x = np.concatenate([x, np.ones((n, 1), dtype=x.dtype)], axis=1)
    extended_w = np.concatenate([weight, bias.reshape(h, 1)], axis=1)
    return np.dot(extended_x, extended_w.T)
