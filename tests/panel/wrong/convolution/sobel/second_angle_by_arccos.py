# verdict: wrong
# mistake: The angle is sign(gy) * arccos(gx / m), and where gy is 0 and gx negative the sign 0 turns the angle pi into 0.
import numpy as np


def sobel(image):
    if image.shape[0] < 3 or image.shape[1] < 3:
        raise ValueError("image must have at least 3 rows and 3 columns")
    dtype = image.dtype if image.dtype.kind == "f" else np.float64
    a = image.astype(dtype)
    gx = (a[:-2, 2:] + 2 * a[1:-1, 2:] + a[2:, 2:]) - (a[:-2, :-2] + 2 * a[1:-1, :-2] + a[2:, :-2])
    gy = (a[2:, :-2] + 2 * a[2:, 1:-1] + a[2:, 2:]) - (a[:-2, :-2] + 2 * a[:-2, 1:-1] + a[:-2, 2:])
    m = np.sqrt(gx**2 + gy**2)
    cosine = np.divide(gx, m, out=np.ones_like(gx), where=m > 0)
    angle = np.sign(gy) * np.arccos(np.clip(cosine, -1, 1))
    return gx, gy, m, angle
