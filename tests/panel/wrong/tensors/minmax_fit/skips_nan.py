# verdict: wrong
# mistake: nanmin and nanmax skip the missing values, so a column with a gap gets ordinary numbers and not NaN.
# told: skips_nan
import numpy as np


def minmax_fit(x):
    if x.shape[0] == 0:
        raise ValueError("x must have at least one row")
    return np.nanmin(x, axis=0), np.nanmax(x, axis=0)
