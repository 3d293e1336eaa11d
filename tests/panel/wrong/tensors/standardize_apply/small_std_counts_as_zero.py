# verdict: wrong
# mistake: A standard deviation below 1e-8 is treated as 0 and its feature only centred, but this holds for exactly 0 alone.
# told: takes_small_for_zero
import numpy as np


def standardize_apply(x, mean, std):
    safe = np.where(std < 1e-8, np.ones_like(std), std)
    return (x - mean) / safe
