# verdict: wrong
# mistake: The difference is computed into the target array with out=target, so the caller's targets are overwritten.
import numpy as np


def relu_sigmoid_head_grad(x, target):
    z = np.maximum(x, 0)
    p = 1 / (1 + np.exp(-z))
    diff = np.subtract(p, target, out=target)
    return np.where(x > 0, diff, np.zeros_like(x))
