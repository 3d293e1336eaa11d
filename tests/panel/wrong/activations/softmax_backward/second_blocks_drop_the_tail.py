# verdict: wrong
# mistake: Sums along the axis in blocks of 64 and leaves the last incomplete block out when there is more than one block.
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    g = np.moveaxis(grad_output, dim, 0)
    p = np.moveaxis(y, dim, 0)
    n = p.shape[0]
    size = min(64, n)
    total = np.zeros(p.shape[1:], dtype=y.dtype)
    for b in range(n // size):
        part = slice(b * size, (b + 1) * size)
        total += (g[part] * p[part]).sum(axis=0)
    return np.moveaxis(p * (g - total), 0, dim)
