# verdict: wrong
# mistake: The short cut for a 1x1 kernel multiplies the caller's image in place and returns it.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def cross_correlate2d(image, kernel):
    kh, kw = kernel.shape
    if kh > image.shape[0] or kw > image.shape[1]:
        raise ValueError("kernel does not fit into the image")
    if kernel.size == 1:
        # nothing to slide, just a scaling
        out = image
        out *= kernel[0, 0]
        return out
    return np.einsum("ijuv,uv->ij", sliding_window_view(image, (kh, kw)), kernel)
