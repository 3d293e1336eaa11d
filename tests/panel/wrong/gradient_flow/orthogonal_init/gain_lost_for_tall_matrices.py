# verdict: wrong
# mistake: The branch for tall and square matrices returns before the gain is applied.
import numpy as np


def orthogonal_init(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError("gaussian must have exactly two axes")
    rows, cols = gaussian.shape
    tall = rows >= cols
    q, r = np.linalg.qr(gaussian if tall else gaussian.T)
    q = q * np.sign(np.diag(r))
    if tall:
        return q
    q = q.T
    return (gain * q).astype(gaussian.dtype)
