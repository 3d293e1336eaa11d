# verdict: wrong
# mistake: Uses (x - |x|)/2 for min(x, 0), which is infinity minus infinity at x = +inf and gives NaN.
# told: subtracts_infinity_from_infinity
import numpy as np


def sigmoid(x):
    a = np.abs(x)
    with np.errstate(invalid="ignore"):
        return np.exp((x - a) / 2) / (1 + np.exp(-a))
