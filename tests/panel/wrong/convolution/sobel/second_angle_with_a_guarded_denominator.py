# verdict: wrong
# mistake: A constant is added to gx before atan2, so where the slopes are small the angle is off.
import numpy as np


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    dtype = image.dtype if image.dtype.kind == "f" else np.float64
    a = image.astype(dtype)
    sx = a[:, 2:] - a[:, :-2]
    sy = a[2:] - a[:-2]
    gx = sx[:-2] + 2 * sx[1:-1] + sx[2:]
    gy = sy[:, :-2] + 2 * sy[:, 1:-1] + sy[:, 2:]
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx + 1e-7)
