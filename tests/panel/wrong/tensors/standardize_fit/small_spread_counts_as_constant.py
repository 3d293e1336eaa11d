# verdict: wrong
# mistake: Every standard deviation below 1e-8 is set to 0 to get rid of rounding, so a feature in small units passes for constant.
# told: takes_small_for_zero
import numpy as np


def standardize_fit(x):
    if x.shape[0] == 0:
        raise ValueError("x must have at least one row")
    mean = x.mean(axis=0, dtype=np.float64)
    std = np.sqrt(np.mean((x - mean) ** 2, axis=0))
    std[std < 1e-8] = 0.0
    return mean.astype(x.dtype), std.astype(x.dtype)
