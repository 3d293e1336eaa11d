# verdict: wrong
# mistake: The smaller of x and 0 is computed as (x - |x|) / 2, which is infinity minus infinity, so NaN, at plus infinity.
# told: subtracts_infinity_from_itself
import numpy as np


def log_sigmoid(x):
    magnitude = np.abs(x)
    smaller = (x - magnitude) / 2
    out = smaller - np.log1p(np.exp(-magnitude))
    return np.asarray(out, dtype=x.dtype)
