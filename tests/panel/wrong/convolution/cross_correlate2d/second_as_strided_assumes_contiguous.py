# verdict: wrong
# mistake: The strides are computed from the shape instead of being taken from the array, so a transposed image is read in the wrong order.
import numpy as np
from numpy.lib.stride_tricks import as_strided


def cross_correlate2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    if kh > h or kw > w:
        raise ValueError("kernel is larger than the image")
    step = image.itemsize
    windows = as_strided(
        image, shape=(h - kh + 1, w - kw + 1, kh, kw), strides=(w * step, step, w * step, step), writeable=False
    )
    return np.einsum("ijuv,uv->ij", windows, kernel)
