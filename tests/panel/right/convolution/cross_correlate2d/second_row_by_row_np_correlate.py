# verdict: passed
# style: np.correlate on pairs of image row and kernel row, added up over the kernel rows
import numpy as np


def cross_correlate2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    if kh > h or kw > w:
        raise ValueError("kernel must not be larger than the image")
    return np.stack([
        sum(np.correlate(image[i + u], kernel[u], mode="valid") for u in range(kh))
        for i in range(h - kh + 1)
    ]).astype(image.dtype, copy=False)
