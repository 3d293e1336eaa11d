# verdict: wrong
# mistake: It lifts y to at least 1e-7, so a unit saturated at 0 gets a gradient that is not zero.
import numpy as np


def sigmoid_backward(grad_output, y):
    y_safe = np.maximum(y, np.asarray(1e-7, dtype=y.dtype))
    return grad_output * y_safe * (1 - y_safe)
