# verdict: passed
# style: one-dimensional np.correlate for each pair of rows
import numpy as np


def cross_correlate2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    if kh > h or kw > w:
        raise ValueError("kernel too big")
    out = []
    for top in range(h - kh + 1):
        line = np.zeros(w - kw + 1, dtype=image.dtype)
        for u in range(kh):
            line = line + np.correlate(image[top + u], kernel[u], mode="valid")
        out.append(line)
    return np.array(out, dtype=image.dtype)
