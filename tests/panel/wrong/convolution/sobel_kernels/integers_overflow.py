# verdict: wrong
# mistake: The kernels are multiplied out in int64 before the cast to float64, which overflows silently for large sizes.
import numpy as np


def _power(m):
    row = np.array([1], dtype=np.int64)
    for _ in range(m):
        row = np.append(row, 0) + np.append(0, row)
    return row


def sobel_kernels(ksize=3, normalize=False):
    if ksize < 3 or ksize % 2 == 0:
        raise ValueError("ksize must be odd and >= 3")
    s = _power(ksize - 1)
    d = np.convolve(_power(ksize - 3), np.array([-1, 0, 1]))
    kx = np.outer(s, d).astype(np.float64)
    ky = np.outer(d, s).astype(np.float64)
    if normalize:
        scale = 2.0 ** (2 * ksize - 3)
        kx /= scale
        ky /= scale
    return kx, ky
