# verdict: passed
# style: score by math.fsum in Python floats, two-sided sigmoid helper
import math

import numpy as np


def _sigmoid(z):
    if z < 0:
        e = math.exp(z)
        return e / (1.0 + e)
    return 1.0 / (1.0 + math.exp(-z))


def logistic_step(weight, bias, x, target, lr):
    if target not in (-1, 1):
        raise ValueError(f"target must be -1 or +1, got {target}")
    y = int(target)
    score = math.fsum(float(w) * float(v) for w, v in zip(weight, x)) + float(bias)
    step = float(lr) * _sigmoid(-y * score) * y
    new_weight = np.array([float(w) + step * float(v) for w, v in zip(weight, x)], dtype=weight.dtype)
    return new_weight, float(bias) + step
