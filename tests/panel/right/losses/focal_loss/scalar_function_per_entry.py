# verdict: passed
# style: a scalar helper in Python floats, called for each entry
import math

import numpy as np


def _cost_and_slope(margin, gamma):
    tail = math.exp(-abs(margin))
    if margin >= 0:
        p, q = 1 / (1 + tail), tail / (1 + tail)
        surprise = math.log1p(tail)
    else:
        p, q = tail / (1 + tail), 1 / (1 + tail)
        surprise = math.log1p(tail) - margin
    factor = math.pow(q, gamma)
    return factor * surprise, -factor * (gamma * p * surprise + q)


def focal_loss(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError("target must have the same shape as input")
    if gamma < 0:
        raise ValueError("gamma must not be negative")
    n = input.size
    total = 0.0
    grad = np.zeros_like(input)
    for index in np.ndindex(*input.shape):
        sign, weight = (1.0, alpha) if target[index] == 1 else (-1.0, 1 - alpha)
        cost, slope = _cost_and_slope(sign * float(input[index]), gamma)
        total += weight * cost
        grad[index] = weight * sign * slope / n
    return input.dtype.type(total / n), grad
