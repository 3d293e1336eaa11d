# verdict: wrong
# mistake: The decay is added to the gradient and so goes into the momentum buffer, which is the L2 penalty and not decoupled decay.
# told: puts_the_decay_into_the_buffer
import numpy as np


def sgdw_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")
    v = momentum * momentum_buffer + grad + weight_decay * param
    return np.asarray(param - lr * v), np.asarray(v)
