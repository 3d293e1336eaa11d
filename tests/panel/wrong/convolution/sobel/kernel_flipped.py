# verdict: wrong
# mistake: It is a true convolution with flipped kernels, so both slopes have the wrong sign.
# told: flips_the_kernels
import numpy as np


def sobel(image):
    h, w = image.shape
    if h < 3 or w < 3:
        raise ValueError("image must have at least 3 rows and columns")
    kind = image.dtype if image.dtype.kind == "f" else np.float64
    x = image.astype(np.float64)
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])[::-1, ::-1]
    gx = sum(kx[u, v] * x[u : u + h - 2, v : v + w - 2] for u in range(3) for v in range(3))
    gy = sum(kx.T[u, v] * x[u : u + h - 2, v : v + w - 2] for u in range(3) for v in range(3))
    return tuple(a.astype(kind) for a in (gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)))
