# verdict: wrong
# mistake: np.isclose decides which columns are constant, so a narrow but real range is not divided by; the rule is for exactly equal ends.
# told: takes_small_for_zero
import numpy as np


def minmax_apply(x, low, high, lo=0.0, hi=1.0):
    if lo >= hi:
        raise ValueError("lo must be below hi")
    width = high - low
    width[np.isclose(high, low)] = 1
    return lo + (x - low) / width * (hi - lo)
