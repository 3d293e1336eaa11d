# verdict: wrong
# mistake: The coefficients come back in float64 for float32 data too, though the result has the dtype of the arrays.
# told: returns_float64
import numpy as np


def ridge_polyfit(x, y, degree, lam=0.0):
    if lam < 0:
        raise ValueError("lam must be at least 0")
    n = len(x)
    A = np.zeros((n + degree, degree + 1))
    b = np.zeros(n + degree)
    b[:n] = y
    A[:n, 0] = 1.0
    for k in range(1, degree + 1):
        A[:n, k] = A[:n, k - 1] * x
        A[n + k - 1, k] = np.sqrt(lam)
    coef, *_ = np.linalg.lstsq(A, b, rcond=None)
    return coef
