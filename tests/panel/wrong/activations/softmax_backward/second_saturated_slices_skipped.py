# verdict: wrong
# mistake: Takes slices whose winner has 0.999 or more as saturated and gives them zero gradient.
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    s = np.sum(grad_output * y, axis=dim, keepdims=True)
    out = y * (grad_output - s)
    sure = y.max(axis=dim, keepdims=True) >= 0.999
    return np.where(sure, np.zeros_like(out), out)
