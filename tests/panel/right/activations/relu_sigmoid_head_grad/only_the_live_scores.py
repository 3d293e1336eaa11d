# verdict: passed
# style: zeros, filled in place at the positive scores only
import numpy as np


def relu_sigmoid_head_grad(x, target):
    grad = np.zeros(x.shape, dtype=x.dtype)
    live = np.asarray(x > 0)
    np.divide(1, 1 + np.exp(-x, where=live, out=np.zeros_like(x)), where=live, out=grad)
    np.subtract(grad, target, where=live, out=grad)
    return grad
