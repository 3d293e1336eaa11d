# verdict: wrong
# mistake: The half plane is repaired by hand, but for gx = 0 the angle is always pi/2, also where gy is negative or 0.
import numpy as np


def sobel(image):
    if min(image.shape) < 3:
        raise ValueError("image must have at least 3 rows and columns")
    kind = image.dtype if image.dtype.kind == "f" else np.float64
    x = image.astype(kind)
    dx = x[:, 2:] - x[:, :-2]
    dy = x[2:] - x[:-2]
    gx = dx[:-2] + 2 * dx[1:-1] + dx[2:]
    gy = dy[:, :-2] + 2 * dy[:, 1:-1] + dy[:, 2:]
    angle = np.full_like(gx, np.pi / 2)
    np.divide(gy, gx, out=angle, where=gx != 0)
    angle = np.where(gx != 0, np.arctan(angle), angle)
    angle = np.where((gx < 0) & (gy >= 0), angle + np.pi, angle)
    angle = np.where((gx < 0) & (gy < 0), angle - np.pi, angle)
    return gx, gy, np.hypot(gx, gy), angle.astype(kind)
