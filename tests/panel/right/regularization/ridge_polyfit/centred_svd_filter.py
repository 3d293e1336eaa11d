# verdict: passed
# style: NumPy, centred powers, singular value decomposition with filter factors
import numpy as np


def ridge_polyfit(x, y, degree, lam=0.0):
    if lam < 0:
        raise ValueError(f"lam must be at least 0, got {lam}")
    xd, yd = x.astype(np.float64), y.astype(np.float64)
    V = xd[:, None] ** np.arange(1, degree + 1)
    v_mean, y_mean = V.mean(axis=0), yd.mean()
    c = np.zeros(degree + 1)
    if degree > 0:
        U, s, Wt = np.linalg.svd(V - v_mean, full_matrices=False)
        filt = s / (s * s + lam) if lam > 0 else 1.0 / s
        c[1:] = Wt.T @ (filt * (U.T @ (yd - y_mean)))
    c[0] = y_mean - v_mean @ c[1:]
    return c.astype(x.dtype)
