# verdict: wrong
# mistake: The image is refused only if both the rows and the columns are fewer than 3, so a 2x5 image gives empty arrays instead of an error.
# told: checks_nothing
import numpy as np


def sobel(image):
    h, w = image.shape
    if h < 3 and w < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    dtype = image.dtype if np.issubdtype(image.dtype, np.floating) else np.dtype("float64")
    a = image.astype(dtype)
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=dtype)
    gx = np.zeros((max(h - 2, 0), max(w - 2, 0)), dtype=dtype)
    gy = gx.copy()
    for i in range(gx.shape[0]):
        for j in range(gx.shape[1]):
            gx[i, j] = np.sum(a[i : i + 3, j : j + 3] * kx)
            gy[i, j] = np.sum(a[i : i + 3, j : j + 3] * kx.T)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
