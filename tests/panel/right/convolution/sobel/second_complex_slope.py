# verdict: passed
# style: slope as one complex number gx + i gy, its modulus and its argument
import numpy as np


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must be at least 3x3")
    kind = image.dtype if np.issubdtype(image.dtype, np.floating) else np.dtype(np.float64)
    a = image.astype(np.promote_types(kind, np.float64))
    kernel = np.array([[-1 - 1j, -2j, 1 - 1j], [-2, 0, 2], [-1 + 1j, 2j, 1 + 1j]])
    rows, cols = a.shape[0] - 2, a.shape[1] - 2
    slope = sum(kernel[u, v] * a[u:u + rows, v:v + cols] for u in range(3) for v in range(3))
    parts = (slope.real, slope.imag, np.abs(slope), np.angle(slope))
    return tuple(np.array(part, dtype=kind) for part in parts)
