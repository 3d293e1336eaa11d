# verdict: passed
# style: the usual closed form, vectorised with keepdims
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    inner = np.sum(grad_output * y, axis=dim, keepdims=True)
    return y * (grad_output - inner)
