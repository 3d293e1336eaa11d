# verdict: wrong
# mistake: The error is raised only if the kernel is too high and too wide; one of the two is enough.
# told: refuses_what_is_too_high_and_too_wide
import numpy as np


def cross_correlate2d(image, kernel):
    (H, W), (KH, KW) = image.shape, kernel.shape
    if KH > H and KW > W:
        raise ValueError("kernel is larger than image")
    out = np.zeros((max(H - KH + 1, 0), max(W - KW + 1, 0)), dtype=image.dtype)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (image[i:i + KH, j:j + KW] * kernel).sum()
    return out
