# verdict: wrong
# mistake: Returns the length of a bias as both fans instead of raising a ValueError.
import math


def fan_in_out(shape):
    if len(shape) == 0:
        raise ValueError("shape must not be empty")
    if len(shape) == 1:
        return shape[0], shape[0]
    receptive = math.prod(shape[2:])
    return shape[1] * receptive, shape[0] * receptive
