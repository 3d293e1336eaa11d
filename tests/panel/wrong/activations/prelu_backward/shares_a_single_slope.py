# verdict: wrong
# mistake: A weight with a single slope is accepted and shared by all channels where a ValueError is demanded.
# told: shares_a_single_slope
import numpy as np


def prelu_backward(grad_output, x, weight):
    channels = x.shape[1]
    if weight.ndim != 1 or weight.size not in (1, channels):
        raise ValueError("weight must have one slope per channel")
    a = weight.reshape((1, -1) + (1,) * (x.ndim - 2))
    dx = grad_output * np.where(x > 0, np.ones_like(a), a)
    axes = (0,) + tuple(range(2, x.ndim))
    dweight = (grad_output * np.minimum(x, 0)).sum(axis=axes)
    return dx, dweight
