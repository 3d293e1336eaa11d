# verdict: passed
# style: separable, difference first and then smoothing with slices, np.hypot
import numpy as np


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError(f"image is too small: {image.shape}")
    kind = image.dtype if image.dtype.kind == "f" else np.float64
    x = image.astype(np.float64)
    dx = x[:, 2:] - x[:, :-2]
    gx = dx[:-2] + 2 * dx[1:-1] + dx[2:]
    dy = x[2:, :] - x[:-2, :]
    gy = dy[:, :-2] + 2 * dy[:, 1:-1] + dy[:, 2:]
    return tuple(a.astype(kind) for a in (gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)))
