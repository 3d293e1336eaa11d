# verdict: passed
# style: one bincount over positions in the whole batch, in double precision
import numpy as np


def max_pool2d_backward(grad_output, indices, x_shape):
    n, c, h, w = x_shape
    if indices.shape != grad_output.shape:
        raise ValueError("indices and the gradient have different shapes")
    if grad_output.shape[:2] != (n, c):
        raise ValueError("x_shape does not fit the number of images or channels")
    plane = np.arange(n * c).reshape(n, c, 1, 1) * (h * w)
    position = (indices + plane).ravel()
    total = np.bincount(position, weights=grad_output.ravel(), minlength=n * c * h * w)
    return total.reshape(n, c, h, w).astype(grad_output.dtype)
