# verdict: wrong
# mistake: With normalize=True it divides by the sum of the absolute weights, which is the answer on a unit ramp only for 3x3.
# told: divides_by_the_absolute_sum
import numpy as np


def sobel_kernels(ksize=3, normalize=False):
    if ksize < 3 or ksize % 2 == 0:
        raise ValueError(f"ksize must be odd and at least 3, got {ksize}")
    smooth = np.array([1.0])
    for _ in range(ksize - 1):
        smooth = np.convolve(smooth, [1.0, 1.0])
    diff = np.array([-1.0, 0.0, 1.0])
    for _ in range(ksize - 3):
        diff = np.convolve(diff, [1.0, 1.0])
    kx = np.outer(smooth, diff)
    if normalize:
        kx = kx / np.abs(kx).sum()
    return kx, kx.T.copy()
