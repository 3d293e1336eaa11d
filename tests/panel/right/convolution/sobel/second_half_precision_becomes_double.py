# verdict: passed
# style: float32 stays as it is, every other type becomes float64, differences before smoothing
import numpy as np


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    a = image if image.dtype == np.float32 else image.astype(np.float64)
    diff_x = a[:, 2:] - a[:, :-2]
    diff_y = a[2:, :] - a[:-2, :]
    gx = diff_x[:-2] + 2 * diff_x[1:-1] + diff_x[2:]
    gy = diff_y[:, :-2] + 2 * diff_y[:, 1:-1] + diff_y[:, 2:]
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
