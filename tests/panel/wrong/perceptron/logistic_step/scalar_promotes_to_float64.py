# verdict: wrong
# mistake: The step size is a np.float64 scalar, which turns a float32 weight into a float64 one.
# told: returns_float64
import numpy as np


def logistic_step(weight, bias, x, target, lr):
    if target not in (-1, 1):
        raise ValueError("target has to be -1 or +1")
    score = np.sum(weight * x, dtype=np.float64) + bias
    surprise = np.exp(-np.logaddexp(0.0, target * score))
    step = lr * surprise * target
    return weight + step * x, bias + step
