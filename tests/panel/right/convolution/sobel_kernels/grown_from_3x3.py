# verdict: passed
# style: starts with the 3x3 pair and blurs it with (1, 2, 1) squared until it is large enough
import numpy as np


def _grow(kernel):
    for axis in (0, 1):
        for _ in range(2):
            width = [(0, 0), (0, 0)]
            width[axis] = (1, 0)
            front = np.pad(kernel, width)
            width[axis] = (0, 1)
            kernel = front + np.pad(kernel, width)
    return kernel


def sobel_kernels(ksize=3, normalize=False):
    if ksize < 3 or ksize % 2 != 1:
        raise ValueError("ksize must be an odd number, 3 or larger")
    kx = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    while kx.shape[0] < ksize:
        kx = _grow(kx)
        if normalize:
            kx = kx / 16  # keeps the numbers small
    if normalize:
        kx = kx / (kx * np.arange(ksize)).sum()
    return kx, np.array(kx.T, order="C", copy=True)
