# verdict: passed
# style: plain loops over Python floats with math.hypot and math.atan2, no vectorisation
import math

import numpy as np


def sobel(image):
    rows, cols = image.shape
    if rows < 3:
        raise ValueError("image has fewer than 3 rows")
    if cols < 3:
        raise ValueError("image has fewer than 3 columns")
    out_type = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    p = [[float(value) for value in row] for row in image]
    result = np.zeros((4, rows - 2, cols - 2), dtype=out_type)
    for i in range(rows - 2):
        for j in range(cols - 2):
            nw, n, ne = p[i][j:j + 3]
            w, _, e = p[i + 1][j:j + 3]
            sw, s, se = p[i + 2][j:j + 3]
            gx = (ne - nw) + 2 * (e - w) + (se - sw)
            gy = (sw - nw) + 2 * (s - n) + (se - ne)
            result[:, i, j] = gx, gy, math.hypot(gx, gy), math.atan2(gy, gx)
    return tuple(plane.copy() for plane in result)
