# verdict: wrong
# mistake: Subtracts the weighted mean from grad_output in place, so the caller's gradient is changed.
# told: overwrites_grad_output
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    grad_output -= np.sum(grad_output * y, axis=dim, keepdims=True)
    return np.multiply(grad_output, y)
