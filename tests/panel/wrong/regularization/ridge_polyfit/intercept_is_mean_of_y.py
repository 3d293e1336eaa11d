# verdict: wrong
# mistake: With a penalty the intercept is set to the mean of y but the powers are not centred, which is right only where every column has mean 0.
import numpy as np


def ridge_polyfit(x, y, degree, lam=0.0):
    if lam < 0:
        raise ValueError("lam must not be negative")
    V = np.vander(x.astype(np.float64), degree + 1, increasing=True)
    y64 = y.astype(np.float64)
    if lam == 0:
        return np.linalg.lstsq(V, y64, rcond=None)[0].astype(x.dtype)
    c0 = y64.mean()
    A = np.vstack([V[:, 1:], np.sqrt(lam) * np.eye(degree)])
    b = np.concatenate([y64 - c0, np.zeros(degree)])
    rest = np.linalg.lstsq(A, b, rcond=None)[0] if degree else np.zeros(0)
    return np.concatenate([[c0], rest]).astype(x.dtype)
