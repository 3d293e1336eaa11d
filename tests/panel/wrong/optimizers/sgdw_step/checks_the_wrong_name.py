# verdict: wrong
# mistake: The error for a negative weight_decay does not name it: its message speaks of lambda only.
import numpy as np


def sgdw_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if weight_decay < 0:
        raise ValueError(f"lambda must be at least 0, got {weight_decay}")
    v = momentum * momentum_buffer + grad
    return np.asarray((1 - lr * weight_decay) * param - lr * v), np.asarray(v)
