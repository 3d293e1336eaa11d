# verdict: wrong
# mistake: A small constant is added under the root, so the magnitude of a flat area is 0.001 instead of 0.
# told: adds_a_little_under_the_root
import numpy as np


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must have at least 3 rows and columns")
    kind = image.dtype if np.issubdtype(image.dtype, np.floating) else np.float64
    x = image.astype(np.float64)
    gx = np.zeros((x.shape[0] - 2, x.shape[1] - 2))
    gy = np.zeros_like(gx)
    for u, weight in enumerate((1, 2, 1)):
        gx += weight * (x[u : u + gx.shape[0], 2:] - x[u : u + gx.shape[0], :-2])
        gy += weight * (x[2:, u : u + gx.shape[1]] - x[:-2, u : u + gx.shape[1]])
    magnitude = np.sqrt(gx**2 + gy**2 + 1e-6)
    return tuple(a.astype(kind) for a in (gx, gy, magnitude, np.arctan2(gy, gx)))
