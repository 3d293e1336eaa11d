# verdict: wrong
# mistake: The parameters are shrunk after they have moved, where the decay must take its share of them as they were before the step.
# told: decays_after_the_step
import numpy as np


def sgdw_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be at least 0, got {weight_decay}")
    v = momentum * momentum_buffer + grad
    theta = param - lr * v
    theta = theta * (1 - lr * weight_decay)
    return np.asarray(theta), np.asarray(v)
