# verdict: passed
# style: moves the axis to the end, einsum for the inner products, moves it back
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    g = np.moveaxis(grad_output, dim, -1)
    s = np.moveaxis(y, dim, -1)
    dots = np.einsum("...i,...i->...", g, s)
    dx = s * (g - dots[..., None])
    return np.ascontiguousarray(np.moveaxis(dx, -1, dim))
