# verdict: raised
# mistake: Raises for slopes below 0, where the statement allows any finite slope.
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    if negative_slope < 0:
        raise ValueError("negative_slope must not be negative")
    return np.where(x > 0, x, float(negative_slope) * x)
