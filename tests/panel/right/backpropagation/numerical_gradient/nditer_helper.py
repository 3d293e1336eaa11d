# verdict: passed
# style: np.nditer with multi_index and a helper that evaluates a shifted copy
import numpy as np


def _shifted(f, x, index, delta):
    y = np.array(x, dtype="float64")
    y[index] = y[index] + delta
    return f(y)


def numerical_gradient(f, x, eps=1e-6):
    g = np.zeros(np.shape(x))
    if g.size == 0:
        return g
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        i = it.multi_index
        g[i] = (_shifted(f, x, i, eps) - _shifted(f, x, i, -eps)) / (2 * eps)
    return g[()]
