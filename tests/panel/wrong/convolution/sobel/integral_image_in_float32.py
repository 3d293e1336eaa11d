# verdict: imprecise
# mistake: The smoothing is a difference of running sums in the image's own type, so in float32 the rounding grows with the size of the image.
import numpy as np


def _pairs(a):
    """Sums of two neighbours along the last axis, by cumulative sums."""
    running = np.cumsum(a, axis=1)
    running = np.concatenate([np.zeros_like(a[:, :1]), running], axis=1)
    return running[:, 2:] - running[:, :-2]


def _smooth(a):
    return _pairs(_pairs(a))  # 1, 2, 1


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must have at least 3 rows and columns")
    x = image if image.dtype.kind == "f" else image.astype(np.float64)
    sx = _smooth(x.T).T
    gx = sx[:, 2:] - sx[:, :-2]
    sy = _smooth(x)
    gy = sy[2:] - sy[:-2]
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)
