# verdict: wrong
# mistake: It clips y to 1e-6 from below, so an entry with probability 0 gets a gradient although its slope is exactly 0.
# told: protects_against_nothing
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    p = np.clip(y, 1e-6, 1.0).astype(y.dtype)
    return p * (grad_output - (grad_output * p).sum(axis=dim, keepdims=True))
