# verdict: wrong
# mistake: The zeros are float64, so a float32 gradient comes back as float64.
# told: returns_float64
import numpy as np


def relu_backward(grad_output, x):
    closed = np.zeros(x.shape)
    return np.where(x > 0, grad_output, closed)
