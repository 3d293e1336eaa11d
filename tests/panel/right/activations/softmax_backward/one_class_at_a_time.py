# verdict: passed
# style: sums y_i (g - g_i) over i, one class at a time; quadratic time but linear memory
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    # since the y_i of a slice add up to 1:  g_j - sum_i y_i g_i = sum_i y_i (g_j - g_i)
    g = np.swapaxes(grad_output, 0, dim)
    s = np.swapaxes(y, 0, dim)
    acc = np.zeros_like(s)
    for g_i, y_i in zip(g, s):
        acc += y_i * (g - g_i)
    acc *= s
    return np.swapaxes(acc, 0, dim).copy()
