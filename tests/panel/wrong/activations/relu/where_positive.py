# verdict: wrong
# mistake: np.where(x > 0, x, 0) turns NaN into 0, because NaN is not greater than 0.
# told: hides_nan
import numpy as np


def relu(x):
    return np.where(x > 0, x, 0)
