# verdict: wrong
# mistake: The gradient of a slope is averaged over the further axes where it must be summed.
import numpy as np


def prelu_backward(grad_output, x, weight):
    if weight.shape != x.shape[1:2]:
        raise ValueError("weight must hold one slope for each channel")
    a = weight.reshape((1, -1) + (1,) * (x.ndim - 2))
    closed = x <= 0
    dx = np.where(closed, a * grad_output, grad_output)
    contribution = np.where(closed, grad_output * x, 0).astype(x.dtype)
    per_example = contribution.reshape(x.shape[0], x.shape[1], -1).mean(axis=2)
    return dx, per_example.sum(axis=0)
