# verdict: passed
# style: list comprehension over the windows, reshaped
import numpy as np


def cross_correlate2d(image, kernel):
    (h, w), (kh, kw) = np.shape(image), np.shape(kernel)
    oh, ow = h - kh + 1, w - kw + 1
    if oh <= 0 or ow <= 0:
        raise ValueError("kernel exceeds image: %dx%d > %dx%d" % (kh, kw, h, w))
    k = kernel.ravel()
    dots = [image[i:i + kh, j:j + kw].ravel() @ k for i in range(oh) for j in range(ow)]
    return np.asarray(dots, dtype=image.dtype).reshape(oh, ow)
