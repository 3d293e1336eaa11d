# verdict: wrong
# mistake: Targets are read as yes or no, so a target in between such as 0.3 is treated as 0.
import numpy as np


def relu_sigmoid_head_grad(x, target):
    p = 1 / (1 + np.exp(-np.maximum(x, 0)))
    grad = np.where(target > 0.5, p - 1, p)
    return np.where(x > 0, grad, np.zeros_like(x)).astype(x.dtype)
