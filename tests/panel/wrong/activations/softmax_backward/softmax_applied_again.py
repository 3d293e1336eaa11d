# verdict: wrong
# mistake: It takes y for the scores and applies softmax once more.
# told: applies_softmax_again
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    e = np.exp(y - y.max(axis=dim, keepdims=True))
    s = e / e.sum(axis=dim, keepdims=True)
    return s * (grad_output - (grad_output * s).sum(axis=dim, keepdims=True))
