# verdict: wrong
# mistake: The coefficients are put into a float64 array of their own, so that float32 parameters come back as float64.
# told: returns_float64
import numpy as np


def sgd_l2_step(param, grad, lr, weight_decay):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")
    coefficients = np.array([1 - lr * weight_decay, -lr])
    return np.tensordot(coefficients, np.stack([param, grad]), axes=1)
