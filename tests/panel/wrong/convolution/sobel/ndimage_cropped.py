# verdict: forbidden
# mistake: It crops the result of scipy.ndimage.sobel, which the statement forbids.
import numpy as np
from scipy import ndimage


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must have at least 3 rows and columns")
    kind = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    x = image.astype(np.float64)
    gx = ndimage.sobel(x, axis=1)[1:-1, 1:-1]
    gy = ndimage.sobel(x, axis=0)[1:-1, 1:-1]
    return tuple(np.array(a, dtype=kind) for a in (gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)))
