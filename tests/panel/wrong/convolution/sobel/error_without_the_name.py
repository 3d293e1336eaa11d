# verdict: wrong
# mistake: The error for a small image does not name the argument image.
import numpy as np


def sobel(image):
    rows, cols = image.shape
    if rows < 3 or cols < 3:
        raise ValueError(f"need at least 3 rows and 3 columns, got {rows} x {cols}")
    dtype = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    x = np.asarray(image, dtype=np.float64)
    gx = np.diff(x, axis=1)
    gx = gx[:, 1:] + gx[:, :-1]
    gx = gx[:-2] + 2 * gx[1:-1] + gx[2:]
    gy = np.diff(x, axis=0)
    gy = gy[1:] + gy[:-1]
    gy = gy[:, :-2] + 2 * gy[:, 1:-1] + gy[:, 2:]
    return gx.astype(dtype), gy.astype(dtype), np.hypot(gx, gy).astype(dtype), np.arctan2(gy, gx).astype(dtype)
