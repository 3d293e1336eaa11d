# verdict: wrong
# mistake: Only the number of rows is checked, so an image with 2 columns returns empty arrays instead of raising.
# told: checks_the_rows_only
import numpy as np


def sobel(image):
    if len(image) < 3:
        raise ValueError("image must have at least 3 rows and columns")
    kind = image.dtype if image.dtype.kind == "f" else np.float64
    x = image.astype(kind)
    dx = x[:, 2:] - x[:, :-2]
    dy = x[2:] - x[:-2]
    gx = dx[:-2] + 2 * dx[1:-1] + dx[2:]
    gy = dy[:, :-2] + 2 * dy[:, 1:-1] + dy[:, 2:]
    return gx, gy, np.sqrt(gx * gx + gy * gy), np.arctan2(gy, gx)
