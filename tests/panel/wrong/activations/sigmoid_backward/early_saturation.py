# verdict: wrong
# mistake: It calls a unit saturated from 1e-6 on and sets its gradient to zero, though only exactly 0 and 1 are saturated.
# told: saturates_early
import numpy as np


def sigmoid_backward(grad_output, y):
    dx = grad_output * y * (1 - y)
    saturated = np.isclose(y, 0.0, rtol=0, atol=1e-6) | np.isclose(y, 1.0, rtol=0, atol=1e-6)
    return np.where(saturated, np.zeros_like(dx), dx)
