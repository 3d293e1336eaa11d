# verdict: wrong
# mistake: The gradient is collected in np.zeros without a dtype, so it comes back in float64 for float32 inputs.
# told: returns_float64
import numpy as np


def mse_loss(input, target):
    if input.shape != target.shape:
        raise ValueError("shapes of input and target differ")
    n = input.size
    grad = np.zeros(input.shape)
    diff = input - target
    grad[...] = 2.0 * diff / n
    loss = (diff**2).sum() / n
    return loss, grad
