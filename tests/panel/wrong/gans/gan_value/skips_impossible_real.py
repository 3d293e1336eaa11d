# verdict: wrong
# mistake: Skips the first term wherever d is 0, also if p is positive there, where the value is minus infinity.
import numpy as np


def gan_value(p, q, d):
    if p.shape != d.shape:
        raise ValueError("d must have the same shape as p and q")
    real = np.zeros_like(p)
    ok = d > 0
    real[ok] = p[ok] * np.log(d[ok])
    with np.errstate(divide="ignore", invalid="ignore"):
        fake = np.where(q > 0, q * np.log1p(-d), 0)
    return np.sum(real) + np.sum(fake)
