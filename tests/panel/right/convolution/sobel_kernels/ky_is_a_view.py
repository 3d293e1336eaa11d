# verdict: passed
# style: ky is the transpose of kx, a view of the same memory
import numpy as np


def sobel_kernels(ksize=3, normalize=False):
    if ksize < 3 or ksize % 2 == 0:
        raise ValueError("ksize must be odd and at least 3")
    s = np.array([1.0])
    for _ in range(ksize - 1):
        s = np.convolve(s, [1.0, 1.0])
    d = np.array([-1.0, 0.0, 1.0])
    for _ in range(ksize - 3):
        d = np.convolve(d, [1.0, 1.0])
    kx = np.outer(s, d)
    if normalize:
        kx = kx / (s.sum() * (d @ np.arange(ksize)))
    return kx, kx.T
