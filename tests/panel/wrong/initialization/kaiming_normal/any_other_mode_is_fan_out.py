# verdict: wrong
# mistake: Every mode other than "fan_in" counts as "fan_out", where an unknown one must raise a ValueError.
# told: takes_any_mode
import math

import numpy as np


def kaiming_normal(shape, rng, a=0.0, mode="fan_in"):
    if len(shape) < 2:
        raise ValueError(f"shape must have at least two axes, got {shape}")
    receptive = math.prod(shape[2:])
    if mode == "fan_in":
        fan = shape[1] * receptive
    else:
        fan = shape[0] * receptive
    gain = math.sqrt(2.0 / (1.0 + a**2))
    return rng.normal(0.0, gain / math.sqrt(fan), size=shape)
