# verdict: wrong
# mistake: A NaN anywhere makes all columns NaN, but the columns without a NaN are not to be affected.
# told: spreads_nan
import numpy as np


def minmax_fit(x):
    if len(x) == 0:
        raise ValueError("x must have at least one row")
    if np.isnan(x).any():
        missing = np.full(x.shape[1], np.nan, dtype=x.dtype)
        return missing, missing.copy()
    return x.min(axis=0), x.max(axis=0)
