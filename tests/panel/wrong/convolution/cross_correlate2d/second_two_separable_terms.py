# verdict: wrong
# mistake: The kernel is replaced by its two largest singular components, which is exact only for kernels of rank two or less.
import numpy as np


def _rows(a, taps):
    n = a.shape[1] - len(taps) + 1
    return sum(t * a[:, v : v + n] for v, t in enumerate(taps))


def cross_correlate2d(image, kernel):
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError("kernel is larger than the image")
    u, s, vt = np.linalg.svd(kernel.astype(np.float64), full_matrices=False)
    out = 0.0
    for k in range(min(2, len(s))):  # separable passes are cheaper than the full sum
        out = out + s[k] * _rows(_rows(image, vt[k]).T, u[:, k]).T
    return out.astype(image.dtype)
