# verdict: wrong
# mistake: Only even sizes are refused, so ksize=1 (and negative odd numbers) give kernels where an error is due.
import numpy as np


def sobel_kernels(ksize=3, normalize=False):
    if ksize % 2 == 0:
        raise ValueError("ksize must be an odd number")
    s = d = np.array([1.0])
    for _ in range(ksize - 1):
        s = np.convolve(s, [1.0, 1.0])
    for _ in range(ksize - 3):
        d = np.convolve(d, [1.0, 1.0])
    d = np.convolve(d, [-1.0, 0.0, 1.0])
    kx = s[:, None] * d[None, :]
    ky = d[:, None] * s[None, :]
    if normalize:
        ramp = np.arange(d.size)
        gain = (kx * ramp).sum()
        kx, ky = kx / gain, ky / gain
    return kx, ky
