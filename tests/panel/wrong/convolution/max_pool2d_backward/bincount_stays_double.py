# verdict: wrong
# mistake: np.bincount sums in float64 and nobody casts back, so float32 gradients come back as float64.
# told: returns_float64
import numpy as np


def max_pool2d_backward(grad_output, indices, x_shape):
    if indices.shape != grad_output.shape:
        raise ValueError("indices: wrong shape")
    n, c, h, w = x_shape
    if grad_output.shape[:2] != (n, c):
        raise ValueError("x_shape: wrong number of images or channels")
    planes = [
        np.bincount(indices[b, k].ravel(), weights=grad_output[b, k].ravel(), minlength=h * w).reshape(h, w)
        for b in range(n)
        for k in range(c)
    ]
    return np.stack(planes).reshape(n, c, h, w)
