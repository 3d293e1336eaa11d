# verdict: passed
# style: np.nditer over the result, writing each entry
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    point = np.array(x, dtype=np.float64)
    grad = np.empty(point.shape)
    with np.nditer(grad, flags=["multi_index", "zerosize_ok"], op_flags=["writeonly"]) as it:
        for cell in it:
            here = it.multi_index
            old = point[here]
            point[here] = old + eps
            above = float(f(point))
            point[here] = old - eps
            below = float(f(point))
            point[here] = old
            cell[...] = (above - below) / (2 * eps)
    return grad[()] if grad.ndim == 0 else grad
