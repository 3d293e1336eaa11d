# verdict: wrong
# mistake: Treats everything np.isclose to 0 or 1 as saturated, though only exactly 0 and 1 are.
# told: saturates_early
import numpy as np


def sigmoid_backward(grad_output, y):
    dead = np.isclose(y, 0) | np.isclose(y, 1)
    return np.where(dead, np.zeros_like(y), grad_output * y * (1 - y))
