# verdict: wrong
# mistake: The list of dot products is reshaped to (columns, rows); only square outputs come out right.
# told: reshapes_to_columns_first
import numpy as np


def cross_correlate2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    if kh > h or kw > w:
        raise ValueError("kernel larger than image")
    oh, ow = h - kh + 1, w - kw + 1
    out = [np.sum(image[i:i + kh, j:j + kw] * kernel) for i in range(oh) for j in range(ow)]
    return np.array(out, dtype=image.dtype).reshape(ow, oh)
