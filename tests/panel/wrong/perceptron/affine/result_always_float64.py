# verdict: wrong
# mistake: The result is filled into np.zeros without a dtype and is float64 also for float32 arguments.
# told: returns_float64
import numpy as np


def affine(x, weight, bias):
    n, d = x.shape
    h = weight.shape[0]
    if weight.shape[1] != d:
        raise ValueError("weight must have as many columns as x")
    if bias.shape != (h,):
        raise ValueError("bias must be of shape (H,)")
    out = np.zeros((n, h))
    for i in range(n):
        for j in range(h):
            out[i, j] = np.dot(weight[j], x[i]) + bias[j]
    return out
