# verdict: wrong
# mistake: It subtracts the inner product from grad_output in place, so the input is changed.
# told: overwrites_grad_output
import numpy as np


def softmax_backward(grad_output, y, dim=-1):
    inner = np.sum(grad_output * y, axis=dim, keepdims=True)
    grad_output -= inner
    return grad_output * y
