# verdict: wrong
# mistake: Knows only rows and columns: the array is transposed for dim 0 and -2 and everything else taken as the last axis, so the middle axis of three is never used.
# told: reshapes_without_moving_the_axis, takes_every_negative_dim_for_the_last
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    if dim in (0, -2):
        return softmax_backward(grad_output.T, y.T).T
    s = (grad_output * y).sum(axis=-1, keepdims=True)
    return y * (grad_output - s)
