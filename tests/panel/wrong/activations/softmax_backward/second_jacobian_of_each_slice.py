# verdict: wrong
# mistake: Builds the full Jacobian for every slice, so memory grows with the square of the number of classes.
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    g = np.moveaxis(grad_output, dim, -1)
    p = np.moveaxis(y, dim, -1)
    out = np.empty_like(p)
    for k in np.ndindex(p.shape[:-1]):
        jac = np.diag(p[k]) - np.outer(p[k], p[k])
        out[k] = jac @ g[k]
    return np.moveaxis(out, -1, dim)
