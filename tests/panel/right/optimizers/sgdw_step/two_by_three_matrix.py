# verdict: passed
# style: the step as a 2x3 matrix applied to (param, buffer, grad), with einsum
import numpy as np


def sgdw_step(param, grad, momentum_buffer, lr, momentum=0.9, weight_decay=0.01):
    if weight_decay < 0:
        raise ValueError(f"weight_decay must be 0 or more, got {weight_decay}")
    state = np.stack([param, momentum_buffer, grad])
    transition = np.array(
        [
            [1 - lr * weight_decay, -lr * momentum, -lr],
            [0.0, momentum, 1.0],
        ],
    )
    new = np.einsum("ij,j...->i...", transition, state).astype(param.dtype)
    return np.array(new[0]), np.array(new[1])
