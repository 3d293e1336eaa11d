# verdict: wrong
# mistake: It computes in place and so changes u, and returns the same tensor.
# told: overwrites_u
import math

import torch


def log_uniform(low, high, u):
    if low <= 0:
        raise ValueError("low has to be above 0")
    if high < low:
        raise ValueError("high has to be at least low")
    span = math.log(high) - math.log(low)
    return u.mul_(span).add_(math.log(low)).exp_()
