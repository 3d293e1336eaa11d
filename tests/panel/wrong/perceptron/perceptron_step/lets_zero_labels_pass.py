# verdict: wrong
# mistake: Labels are only checked to be at most 1 in size, so a label of 0 passes and moves nothing instead of being an error.
# told: accepts_any_label
import numpy as np


def perceptron_step(weight, bias, x, target):
    if abs(target) > 1:
        raise ValueError("target must be -1 or +1")
    y = int(target)
    new_weight = np.array(weight)
    if y * (np.sum(weight * x) + bias) <= 0:
        new_weight += y * x
        bias = bias + y
    return new_weight, bias
