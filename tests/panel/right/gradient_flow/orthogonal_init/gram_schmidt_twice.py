# verdict: passed
# style: Gram-Schmidt column by column in float64, every projection taken away twice
import numpy as np


def _orthonormal_columns(a):
    q = np.zeros_like(a)
    for j in range(a.shape[1]):
        v = a[:, j].copy()
        v /= np.abs(v).max()
        for _ in range(2):
            v -= q[:, :j] @ (q[:, :j].T @ v)
        q[:, j] = v / np.sqrt(v @ v)
    return q


def orthogonal_init(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError(f"gaussian must be a matrix, but has {gaussian.ndim} axes")
    rows, cols = gaussian.shape
    a = gaussian.astype(np.float64)
    q = _orthonormal_columns(a) if rows >= cols else _orthonormal_columns(a.T).T
    return np.ascontiguousarray(gain * q).astype(gaussian.dtype)
