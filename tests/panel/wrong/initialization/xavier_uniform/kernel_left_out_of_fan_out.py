# verdict: wrong
# mistake: Multiplies only fan_in by the places in the kernel, so the bound is too large for a convolution.
import math

import numpy as np


def xavier_uniform(shape, rng, gain=1.0):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    fan_in = math.prod(shape[1:])
    fan_out = shape[0]
    bound = gain * np.sqrt(6.0 / (fan_in + fan_out))
    return rng.uniform(low=-bound, high=bound, size=shape)
