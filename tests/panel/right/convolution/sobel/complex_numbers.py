# verdict: passed
# style: one complex kernel kx + i*ky, abs and angle of the complex response
import numpy as np


def sobel(image):
    if image.ndim != 2 or image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must be two-dimensional and at least 3 x 3")
    dtype = image.dtype if image.dtype.kind == "f" else np.dtype("float64")
    p = image.astype(np.float64)
    h, w = p.shape

    def shifted(u, v):
        return p[u : u + h - 2, v : v + w - 2]

    corner_a = shifted(2, 2) - shifted(0, 0)
    corner_b = shifted(0, 2) - shifted(2, 0)
    z = np.empty((h - 2, w - 2), dtype=np.complex128)
    z.real = corner_a + corner_b + 2.0 * (shifted(1, 2) - shifted(1, 0))
    z.imag = corner_a - corner_b + 2.0 * (shifted(2, 1) - shifted(0, 1))
    return z.real.astype(dtype), z.imag.astype(dtype), np.abs(z).astype(dtype), np.angle(z).astype(dtype)
