# verdict: wrong
# mistake: Where nothing is to change it returns the very array it was given, though a new array is demanded there as well.
# told: hands_back_the_weight
import numpy as np


def perceptron_step(weight, bias, x, target):
    if target not in (-1, 1):
        raise ValueError("target should be -1 or +1")
    y = int(target)
    if y * (weight @ x + bias) <= 0:
        weight = weight + y * x
        bias = bias + y
    return weight, bias
