# verdict: wrong
# mistake: Where the average is still zero the square of the gradient is taken in full, a bias correction that the statement rules out.
import numpy as np


def rmsprop_step(param, grad, square_avg, lr=1e-2, alpha=0.99, eps=1e-8):
    if not square_avg.any():
        # first step: start from the gradient, not from zero
        s = grad**2
    else:
        s = alpha * square_avg + (1 - alpha) * grad**2
    new_param = param - lr * grad / (np.sqrt(s) + eps)
    return np.asarray(new_param), np.asarray(s)
