# verdict: wrong
# mistake: The branch that handles NaN puts back NaN from a raveled copy and returns it flat, so a matrix with a NaN loses its shape.
import numpy as np


def relu(x):
    if np.isnan(x).any():
        flat = x.ravel().copy()
        keep = np.isnan(flat)
        flat[~keep] = np.where(flat[~keep] > 0, flat[~keep], 0)
        return flat
    return np.where(x > 0, x, np.zeros_like(x))
