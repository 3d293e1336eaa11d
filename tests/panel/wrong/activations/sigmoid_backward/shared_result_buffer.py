# verdict: wrong
# mistake: The result is a buffer kept per shape, so a later call overwrites a gradient returned before.
import numpy as np

_work = {}


def sigmoid_backward(grad_output, y):
    key = (y.shape, y.dtype)
    out = _work.get(key)
    if out is None:
        out = _work[key] = np.empty_like(y)
    np.multiply(y, 1 - y, out=out)
    out *= grad_output
    return out
