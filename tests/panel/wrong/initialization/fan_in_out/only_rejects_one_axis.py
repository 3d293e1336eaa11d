# verdict: raised
# mistake: Rejects a shape with exactly one axis only, and the empty shape of a scalar ends in an IndexError.
import math


def fan_in_out(shape):
    if len(shape) == 1:
        raise ValueError(f"shape {shape} is that of a bias and has no fans")
    receptive = math.prod(shape[2:])
    return shape[1] * receptive, shape[0] * receptive
