# verdict: wrong
# mistake: For a floating-point image np.asarray makes no copy, and subtracting the darkest pixel in place changes the caller's image.
import numpy as np


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    a = np.asarray(image, dtype=image.dtype if image.dtype.kind == "f" else float)
    a -= a.min()  # only differences matter, small numbers round better
    c = a[:-2] + 2 * a[1:-1] + a[2:]
    r = a[:, :-2] + 2 * a[:, 1:-1] + a[:, 2:]
    gx, gy = c[:, 2:] - c[:, :-2], r[2:] - r[:-2]
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
