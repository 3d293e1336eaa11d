# verdict: wrong
# mistake: The check compares the number of entries, so a kernel that is only too wide gives an empty array instead of an error.
import numpy as np


def cross_correlate2d(image, kernel):
    if kernel.size > image.size:
        raise ValueError("kernel is larger than the image")
    kh, kw = kernel.shape
    oh = max(image.shape[0] - kh + 1, 0)
    ow = max(image.shape[1] - kw + 1, 0)
    y = np.zeros((oh, ow), dtype=image.dtype)
    for i in range(oh):
        for j in range(ow):
            y[i, j] = (image[i : i + kh, j : j + kw] * kernel).sum()
    return y
