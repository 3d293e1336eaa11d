# verdict: wrong
# mistake: np.log gives float64 scalars, which turn a float32 u into a float64 result.
# told: returns_float64
import numpy as np


def log_uniform(low, high, u):
    if not low > 0:
        raise ValueError("low must be above 0")
    if not high >= low:
        raise ValueError("high must be at least low")
    return np.exp((1 - u) * np.log(low) + u * np.log(high))
