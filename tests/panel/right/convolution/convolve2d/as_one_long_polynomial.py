# verdict: passed
# style: rows laid end to end with room between them, one np.convolve of two long rows
import numpy as np


def convolve2d(image, kernel, mode="valid"):
    if mode not in ("valid", "full"):
        raise ValueError(f"mode must be 'valid' or 'full', not {mode!r}")
    h, w = image.shape
    kh, kw = kernel.shape
    if mode == "valid" and (kh > h or kw > w):
        raise ValueError("kernel is larger than the image")
    width = w + kw - 1
    a = np.zeros((h, width))
    a[:, :w] = image
    b = np.zeros((kh, width))
    b[:, :kw] = kernel
    rows = h + kh - 1
    y = np.convolve(a.ravel(), b.ravel())[: rows * width].reshape(rows, width)
    if mode == "valid":
        y = y[kh - 1 : h, kw - 1 : w]
    return y.astype(image.dtype)
