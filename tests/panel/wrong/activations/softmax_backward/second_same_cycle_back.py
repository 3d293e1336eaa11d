# verdict: wrong
# mistake: Cycles the axes to bring dim to the end and applies the same permutation to return, which is its own inverse for two axes only.
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    d = dim % y.ndim
    order = tuple((d + 1 + k) % y.ndim for k in range(y.ndim))
    g, p = grad_output.transpose(order), y.transpose(order)
    out = p * (g - (g * p).sum(-1, keepdims=True))
    return out.transpose(order)
