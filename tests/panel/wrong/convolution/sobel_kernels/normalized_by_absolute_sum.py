# verdict: wrong
# mistake: It divides by the sum of the absolute weights, which is the response to a ramp for the 3x3 kernel only.
# told: divides_by_the_absolute_sum
import numpy as np


def sobel_kernels(ksize=3, normalize=False):
    if ksize % 2 == 0 or ksize < 3:
        raise ValueError("ksize has to be odd and at least 3")
    smooth = np.ones(1)
    for _ in range(ksize - 3):
        smooth = np.convolve(smooth, np.ones(2))
    s = np.convolve(smooth, np.array([1.0, 2.0, 1.0]))
    d = np.convolve(smooth, np.array([-1.0, 0.0, 1.0]))
    kx, ky = np.outer(s, d), np.outer(d, s)
    if normalize:
        kx, ky = kx / np.abs(kx).sum(), ky / np.abs(ky).sum()
    return kx, ky
