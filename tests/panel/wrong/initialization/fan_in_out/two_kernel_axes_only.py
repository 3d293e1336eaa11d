# verdict: wrong
# mistake: Multiplies at most two kernel axes, so the third one of a 3-d convolution is left out.
import math


def fan_in_out(shape):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    n_out, n_in = shape[:2]
    receptive = math.prod(shape[2:4])
    return n_in * receptive, n_out * receptive
