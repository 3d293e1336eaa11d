# verdict: raised
# mistake: For constant columns 1 is added to high in the caller's array, so an input is changed and the next call sees another range.
# told: overwrites_high
import numpy as np


def minmax_apply(x, low, high, lo=0.0, hi=1.0):
    if lo >= hi:
        raise ValueError("lo must be below hi")
    high[high == low] += 1
    return lo + (x - low) / (high - low) * (hi - lo)
