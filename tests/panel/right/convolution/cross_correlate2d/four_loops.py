# verdict: passed
# style: four plain loops, with the indices of the formula
import numpy as np


def cross_correlate2d(image, kernel):
    H, W = image.shape
    KH, KW = kernel.shape
    if KH > H or KW > W:
        raise ValueError("kernel is larger than the image")
    out = np.zeros((H - KH + 1, W - KW + 1), dtype=image.dtype)
    for i in range(H - KH + 1):
        for j in range(W - KW + 1):
            for u in range(KH):
                for v in range(KW):
                    out[i, j] += image[i + u, j + v] * kernel[u, v]
    return out
