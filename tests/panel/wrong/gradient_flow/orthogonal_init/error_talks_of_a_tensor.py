# verdict: wrong
# mistake: The error for a wrong number of axes does not name the argument gaussian.
import numpy as np


def orthogonal_init(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    rows, cols = gaussian.shape
    a = gaussian.T if rows < cols else gaussian
    q, r = np.linalg.qr(a)
    d = np.diagonal(r)
    q = q * (d / np.abs(d))
    if rows < cols:
        q = q.T
    return np.array(gain * q, dtype=gaussian.dtype)
