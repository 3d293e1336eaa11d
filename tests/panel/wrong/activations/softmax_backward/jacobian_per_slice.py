# verdict: wrong
# mistake: It builds the n by n Jacobian for each slice, which the statement forbids: memory grows with the square.
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    g = np.moveaxis(grad_output, dim, -1)
    s = np.moveaxis(y, dim, -1)
    dx = np.empty(s.shape, dtype=y.dtype)
    for idx in np.ndindex(*s.shape[:-1]):
        row = s[idx]
        jacobian = np.diagflat(row) - np.outer(row, row)
        dx[idx] = jacobian @ g[idx]
    return np.moveaxis(dx, -1, dim)
