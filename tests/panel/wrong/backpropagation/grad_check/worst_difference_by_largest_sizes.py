# verdict: wrong
# mistake: The largest difference is divided by the largest sizes of the whole arrays, so a wrong small entry hides beside large ones; each entry must be divided by its own size.
# told: has_a_floor_of_one
import numpy as np


def grad_check(analytic, numeric, tol=1e-6):
    if analytic.shape != numeric.shape:
        raise ValueError("numeric must have the same shape as analytic")
    scale = max(1e-8, float(np.abs(analytic).max() + np.abs(numeric).max()))
    error = float(np.abs(analytic - numeric).max()) / scale
    return error <= tol, error
