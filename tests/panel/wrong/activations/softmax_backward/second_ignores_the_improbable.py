# verdict: wrong
# mistake: Leaves the gradient out where y is below 1e-6, so improbable classes that get a huge gradient stay untouched.
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    live = y > 1e-6
    gy = np.where(live, grad_output * y, 0).astype(y.dtype)
    return gy - y * gy.sum(axis=dim, keepdims=True)
