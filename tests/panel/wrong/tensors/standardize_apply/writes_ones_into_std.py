# verdict: raised
# mistake: The zeros of std are overwritten by ones in the caller's array, so an input is changed.
# told: overwrites_std
import numpy as np


def standardize_apply(x, mean, std):
    std[std == 0] = 1
    return (x - mean) / std
