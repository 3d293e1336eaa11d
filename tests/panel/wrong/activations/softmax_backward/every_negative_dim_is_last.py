# verdict: wrong
# mistake: It takes every negative dim for the last axis, so dim=-2 sums along the wrong one.
# told: takes_every_negative_dim_for_the_last
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    if dim < 0:
        dim = y.ndim - 1
    inner = (grad_output * y).sum(axis=dim, keepdims=True)
    return y * (grad_output - inner)
