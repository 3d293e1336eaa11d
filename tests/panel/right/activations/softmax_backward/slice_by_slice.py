# verdict: passed
# style: loop over all slices, np.dot for each
import numpy as np


def _one_slice(g, y):
    return g * y - y * np.dot(g, y)


def softmax_backward(grad_output, y, dim=-1):
    dx = np.empty(y.shape, dtype=y.dtype)
    g_rows, y_rows, dx_rows = (a.swapaxes(dim, -1) for a in (grad_output, y, dx))
    for idx in np.ndindex(*y_rows.shape[:-1]):
        dx_rows[idx] = _one_slice(g_rows[idx], y_rows[idx])
    return dx
