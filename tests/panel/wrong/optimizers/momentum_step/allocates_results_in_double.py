# verdict: wrong
# mistake: The results are made with np.zeros and so are always float64, although they must have the dtype of the inputs.
# told: returns_float64
import numpy as np


def momentum_step(param, grad, momentum_buffer, lr, momentum=0.9, nesterov=False):
    if momentum < 0 or momentum >= 1:
        raise ValueError("momentum must be in [0, 1)")
    new_buffer = np.zeros(param.shape)
    new_param = np.zeros(param.shape)
    new_buffer[...] = momentum * momentum_buffer + grad
    if nesterov:
        new_param[...] = param - lr * (grad + momentum * new_buffer)
    else:
        new_param[...] = param - lr * new_buffer
    return new_param, new_buffer
