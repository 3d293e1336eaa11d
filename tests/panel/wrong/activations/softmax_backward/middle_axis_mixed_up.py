# verdict: wrong
# mistake: For an axis in the middle it reshapes without moving the axis, so the slices are mixed up.
# told: reshapes_without_moving_the_axis
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    n = y.shape[dim]
    if dim % y.ndim == 0:
        shape, axis = (n, -1), 0
    else:
        shape, axis = (y.size // n, n), 1
    g = grad_output.reshape(shape)
    s = y.reshape(shape)
    dx = s * (g - (g * s).sum(axis=axis, keepdims=True))
    return dx.reshape(y.shape)
