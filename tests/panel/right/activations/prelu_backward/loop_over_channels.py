# verdict: passed
# style: NumPy, one channel after the other with a boolean mask
import numpy as np


def prelu_backward(grad_output, x, weight):
    n_channels = x.shape[1]
    if weight.shape != (n_channels,):
        raise ValueError(f"weight must have the shape ({n_channels},), not {weight.shape}")
    dx = np.array(grad_output, copy=True)
    dweight = np.zeros_like(weight)
    for c in range(n_channels):
        closed = x[:, c] <= 0
        g = grad_output[:, c][closed]
        dx[:, c][closed] = weight[c] * g
        dweight[c] = np.sum(g * x[:, c][closed])
    return dx, dweight
