# verdict: wrong
# mistake: Every mode that is not "valid" is taken for "full"; an unknown mode such as "same" must be an error.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve2d(image, kernel, mode="valid"):
    kh, kw = kernel.shape
    if mode == "valid":
        if kh > image.shape[0] or kw > image.shape[1]:
            raise ValueError("kernel larger than image")
        x = image
    else:
        x = np.pad(image, [(kh - 1, kh - 1), (kw - 1, kw - 1)])
    return np.einsum("ijuv,uv->ij", sliding_window_view(x, (kh, kw)), np.rot90(kernel, 2))
