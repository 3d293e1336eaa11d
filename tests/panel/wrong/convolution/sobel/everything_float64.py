# verdict: wrong
# mistake: A float32 image gives float64 results; floating-point images must keep their type.
# told: always_float64
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must be at least 3 x 3")
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=np.float64)
    windows = sliding_window_view(image.astype(np.float64), (3, 3))
    gx = np.tensordot(windows, kx, axes=2)
    gy = np.tensordot(windows, kx.T, axes=2)
    return gx, gy, np.sqrt(gx**2 + gy**2), np.arctan2(gy, gx)
