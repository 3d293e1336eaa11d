# verdict: wrong
# mistake: It expands the square into x*x - 2xt + t*t, so large predictions that are off by a little lose all digits; the difference has to be taken first.
# told: multiplies_out
import numpy as np


def mse_loss(input, target):
    if input.shape != target.shape:
        raise ValueError("target must have the shape of input")
    n = input.size
    loss = np.mean(input * input - 2 * input * target + target * target)
    grad = np.asarray(2 * (input - target) / n)
    return loss, grad
