# verdict: wrong
# mistake: Subtracts the mean of the draw afterwards, so that the entries always sum to 0 and are not independent.
# told: centres_the_draw
import math

import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    receptive = math.prod(shape[2:])
    fan_in, fan_out = shape[1] * receptive, shape[0] * receptive
    bound = gain * math.sqrt(6.0 / (fan_in + fan_out))
    weight = rng.uniform(-bound, bound, size=shape)
    weight -= weight.mean()
    return weight
