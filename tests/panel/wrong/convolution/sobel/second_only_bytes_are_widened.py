# verdict: wrong
# mistake: Only uint8 images are converted before the arithmetic; other integers are differenced in their own type, where signed bytes and unsigned 16-bit numbers wrap around.
# told: computes_in_int32
import numpy as np


def sobel(image):
    if min(image.shape[0], image.shape[1]) < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    if image.dtype == np.uint8:
        image = image.astype(np.float64)
    top, mid, bottom = image[:-2], image[1:-1], image[2:]
    column = top + 2 * mid + bottom
    gx = column[:, 2:] - column[:, :-2]
    diff = bottom - top
    gy = diff[:, :-2] + 2 * diff[:, 1:-1] + diff[:, 2:]
    if not np.issubdtype(gx.dtype, np.floating):
        gx, gy = gx.astype(np.float64), gy.astype(np.float64)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
