# verdict: passed
# style: banded smoothing and difference matrices, gx = S @ image @ D^T
import numpy as np


def _band(size, taps):
    m = np.zeros((size - 2, size))
    for offset, tap in enumerate(taps):
        m += tap * np.eye(size - 2, size, k=offset)
    return m


def sobel(image):
    rows, columns = image.shape
    if rows < 3 or columns < 3:
        raise ValueError("image: at least 3 rows and 3 columns are needed")
    result_type = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    x = np.array(image, dtype=np.float64)
    smooth, difference = (1, 2, 1), (-1, 0, 1)
    gx = _band(rows, smooth) @ (x @ _band(columns, difference).T)
    gy = (_band(rows, difference) @ x) @ _band(columns, smooth).T
    result = [gx, gy, np.sqrt(np.square(gx) + np.square(gy)), np.arctan2(gy, gx)]
    return tuple(np.asarray(r, dtype=result_type) for r in result)
