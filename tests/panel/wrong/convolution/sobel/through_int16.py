# verdict: wrong
# mistake: Integers are computed in int16, which holds the slopes of bytes but overflows for wider integer images.
# told: computes_in_int16
import numpy as np


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must have at least 3 rows and columns")
    floating = np.issubdtype(image.dtype, np.floating)
    x = image if floating else image.astype(np.int16)
    gx = x[:-2, 2:] + 2 * x[1:-1, 2:] + x[2:, 2:] - x[:-2, :-2] - 2 * x[1:-1, :-2] - x[2:, :-2]
    gy = x[2:, :-2] + 2 * x[2:, 1:-1] + x[2:, 2:] - x[:-2, :-2] - 2 * x[:-2, 1:-1] - x[:-2, 2:]
    if not floating:
        gx, gy = gx.astype(np.float64), gy.astype(np.float64)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
