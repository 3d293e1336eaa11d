# verdict: wrong
# mistake: The check lets momentum = 1 through, which must raise a ValueError as well.
import numpy as np


def momentum_step(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if momentum < 0 or momentum > 1:
        raise ValueError(f"momentum must be between 0 and 1, got {momentum}")
    v = momentum * momentum_buffer + grad
    if nesterov:
        update = grad + momentum * v
    else:
        update = v
    return np.asarray(param - lr * update), np.asarray(v)
