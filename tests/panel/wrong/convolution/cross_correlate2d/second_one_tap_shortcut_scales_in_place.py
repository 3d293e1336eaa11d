# verdict: wrong
# mistake: The shortcut for a 1x1 kernel multiplies the image in place and returns it, so the caller's image is changed.
import numpy as np


def cross_correlate2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    if kh > h or kw > w:
        raise ValueError("kernel is larger than the image")
    if kernel.size == 1:
        out = image.reshape(h, w)
        out *= kernel.item()
        return out
    out = np.zeros((h - kh + 1, w - kw + 1), dtype=image.dtype)
    for (u, v), k in np.ndenumerate(kernel):
        out += k * image[u : u + out.shape[0], v : v + out.shape[1]]
    return out
