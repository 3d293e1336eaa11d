# verdict: raised
# mistake: The check refuses weight_decay = 0 as well, which is allowed and means no penalty.
import numpy as np


def sgd_l2_step(param, grad, lr, weight_decay):
    if weight_decay <= 0:
        raise ValueError(f"weight_decay must be positive, got {weight_decay}")
    return np.asarray(param - lr * (grad + weight_decay * param))
