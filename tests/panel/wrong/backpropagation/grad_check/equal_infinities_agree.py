# verdict: wrong
# mistake: Entries that are equal are given the error 0 before anything else, so two infinite entries of the same sign count as agreement.
import numpy as np


def grad_check(analytic, numeric, tol=1e-6):
    if analytic.shape != numeric.shape:
        raise ValueError("numeric: shape differs from that of analytic")
    a = np.asarray(analytic, dtype=np.float64)
    n = np.asarray(numeric, dtype=np.float64)
    same = a == n
    a, n = np.where(same, 0.0, a), np.where(same, 0.0, n)
    error = float((np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n))).max())
    return error <= tol, error
