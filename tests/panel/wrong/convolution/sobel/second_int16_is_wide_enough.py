# verdict: wrong
# mistake: All integer images are widened to int16 only, which is enough for bytes but overflows for 16-bit or larger integers.
# told: computes_in_int16
import numpy as np


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    floating = np.issubdtype(image.dtype, np.floating)
    a = image if floating else image.astype(np.int16)
    right = a[:, 2:] - a[:, :-2]
    down = a[2:] - a[:-2]
    gx = right[:-2] + 2 * right[1:-1] + right[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    if not floating:
        gx, gy = gx.astype(np.float64), gy.astype(np.float64)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
