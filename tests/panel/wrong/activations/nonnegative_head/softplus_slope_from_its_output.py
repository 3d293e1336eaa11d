# verdict: wrong
# mistake: The slope of the softplus is taken as 1 - exp(-y), which is 0 instead of 4.2e-18 at a score of -40.
# told: loses_small_slopes
import numpy as np


def nonnegative_head(x, kind):
    if kind == "relu":
        y = np.maximum(x, 0)
        slope = np.sign(y)
    elif kind == "softplus":
        y = np.logaddexp(0, x)
        slope = 1 - np.exp(-y)  # sigmoid, expressed by the output
    elif kind == "exp":
        y = np.exp(x)
        slope = y.copy()
    else:
        raise ValueError(f"kind must be relu, softplus or exp, got {kind}")
    return np.asarray(y, dtype=x.dtype), np.asarray(slope, dtype=x.dtype)
