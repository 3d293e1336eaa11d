# verdict: wrong
# mistake: np.fmax prefers the number over NaN, so NaN becomes 0.
# told: hides_nan
import numpy as np


def relu(x):
    return np.fmax(x, 0)
