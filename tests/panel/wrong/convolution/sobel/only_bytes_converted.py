# verdict: wrong
# mistake: Only uint8 is converted; other integer images are computed in their own type, so int8 or int16 overflow and the slopes come back as integers.
# told: converts_bytes_only
import numpy as np


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must have at least 3 rows and columns")
    x = image.astype(np.float64) if image.dtype == np.uint8 else image
    dx = x[:, 2:] - x[:, :-2]
    dy = x[2:] - x[:-2]
    gx = dx[:-2] + 2 * dx[1:-1] + dx[2:]
    gy = dy[:, :-2] + 2 * dy[:, 1:-1] + dy[:, 2:]
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
