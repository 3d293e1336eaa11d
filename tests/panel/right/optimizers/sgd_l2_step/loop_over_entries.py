# verdict: passed
# style: explicit np.nditer loop, gradient of the total loss computed per entry
import numpy as np


def sgd_l2_step(param, grad, lr, weight_decay):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must not be negative, got {weight_decay}")
    result = np.empty(param.shape, dtype=param.dtype)
    for index in np.ndindex(*param.shape):
        slope_of_total = grad[index] + weight_decay * param[index]
        result[index] = param[index] - lr * slope_of_total
    return result
