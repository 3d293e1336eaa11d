# verdict: wrong
# mistake: It brings dim to the end by .T, which reverses all axes: that works for the first axis, but a middle axis stays in the middle and the sum runs along another.
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    flip = dim not in (-1, y.ndim - 1)
    g, s = (grad_output.T, y.T) if flip else (grad_output, y)
    dx = s * (g - np.sum(g * s, axis=-1, keepdims=True))
    return dx.T.copy() if flip else dx
