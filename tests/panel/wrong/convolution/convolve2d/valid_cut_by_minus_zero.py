# verdict: wrong
# mistake: The valid part is cut out with [KH-1 : -(KH-1)], which is empty if the kernel has only one row or one column.
import numpy as np


def convolve2d(image, kernel, mode="valid"):
    if mode != "valid" and mode != "full":
        raise ValueError("mode must be 'valid' or 'full'")
    h, w = image.shape
    kh, kw = kernel.shape
    if mode == "valid" and (kh > h or kw > w):
        raise ValueError("kernel must not be larger than the image")
    y = np.zeros((h + kh - 1, w + kw - 1), dtype=image.dtype)
    for u in range(kh):
        for v in range(kw):
            y[u : u + h, v : v + w] += kernel[u, v] * image
    if mode == "full":
        return y
    return y[kh - 1 : -(kh - 1), kw - 1 : -(kw - 1)].copy()
