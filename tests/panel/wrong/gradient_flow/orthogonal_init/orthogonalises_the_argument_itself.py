# verdict: wrong
# mistake: asarray and the transpose give views, so the modified Gram-Schmidt overwrites the caller's Gaussian numbers.
# told: overwrites_gaussian
import numpy as np


def orthogonal_init(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError(f"gaussian must be two-dimensional, got {gaussian.ndim} axes")
    a = np.asarray(gaussian)
    if a.shape[0] < a.shape[1]:
        a = a.T
    for _ in range(2):
        for j in range(a.shape[1]):
            a[:, j] /= np.linalg.norm(a[:, j])
            for k in range(j + 1, a.shape[1]):
                a[:, k] -= (a[:, j] @ a[:, k]) * a[:, j]
    if gaussian.shape[0] < gaussian.shape[1]:
        a = a.T
    return (gain * a).astype(gaussian.dtype)
