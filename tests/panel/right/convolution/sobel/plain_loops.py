# verdict: passed
# style: two loops over pixels, kernels as nested lists
import math

import numpy as np

KX = [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]


def sobel(image):
    rows, cols = image.shape
    if rows < 3 or cols < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    dtype = image.dtype if np.issubdtype(image.dtype, np.floating) else np.dtype(np.float64)
    gx, gy, mag, ang = (np.zeros((rows - 2, cols - 2), dtype=dtype) for _ in range(4))
    for i in range(rows - 2):
        for j in range(cols - 2):
            a = b = 0.0
            for u in range(3):
                for v in range(3):
                    pixel = float(image[i + u, j + v])
                    a += KX[u][v] * pixel
                    b += KX[v][u] * pixel
            gx[i, j] = a
            gy[i, j] = b
            mag[i, j] = math.sqrt(a * a + b * b)
            ang[i, j] = math.atan2(b, a)
    return gx, gy, mag, ang
