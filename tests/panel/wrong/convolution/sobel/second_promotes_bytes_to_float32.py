# verdict: wrong
# mistake: The working type is the promotion of the image's type with float32, which is float32 for bytes and 16-bit integers where float64 is asked for.
# told: always_float32
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    a = image.astype(np.promote_types(image.dtype, np.float32))
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=a.dtype)
    win = sliding_window_view(a, (3, 3))
    gx = np.einsum("ijuv,uv->ij", win, kx)
    gy = np.einsum("ijuv,vu->ij", win, kx)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
