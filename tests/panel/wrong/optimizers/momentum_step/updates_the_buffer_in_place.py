# verdict: wrong
# mistake: The buffer is updated in place, so the caller's momentum_buffer changes and is returned again instead of a new array.
# told: overwrites_the_buffer
import numpy as np


def momentum_step(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if not (0.0 <= momentum < 1.0):
        raise ValueError(f"momentum must be in [0, 1), got {momentum}")
    v = np.asarray(momentum_buffer)
    v *= momentum
    v += grad
    step = grad + momentum * v if nesterov else v
    return param - lr * step, v
