# verdict: raised
# mistake: It loops over len(y), so an array with no axis crashes, although the shape may be any.
import numpy as np


def sigmoid_backward(grad_output, y):
    dx = np.zeros_like(y)
    for i in range(len(y)):
        dx[i] = grad_output[i] * y[i] * (1 - y[i])
    return dx
