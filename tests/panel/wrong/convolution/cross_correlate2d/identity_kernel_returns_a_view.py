# verdict: wrong
# mistake: For a kernel with a single 1 it returns a slice of the image, a view and not a new array.
import numpy as np


def cross_correlate2d(image, kernel):
    H, W = image.shape
    KH, KW = kernel.shape
    if KH > H or KW > W:
        raise ValueError("kernel has more rows or columns than the image")
    oh, ow = H - KH + 1, W - KW + 1
    result = None
    for u, v in np.argwhere(kernel != 0):
        piece = image[u:u + oh, v:v + ow]
        term = piece if kernel[u, v] == 1 else kernel[u, v] * piece
        result = term if result is None else result + term
    if result is None:
        result = np.zeros((oh, ow), dtype=image.dtype)
    return result
