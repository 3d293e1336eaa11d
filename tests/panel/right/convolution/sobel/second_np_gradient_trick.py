# verdict: passed
# style: np.gradient gives half of a central difference, so twice of it, summed with weights 1 2 1
import numpy as np


def sobel(image):
    h, w = image.shape
    if h < 3 or w < 3:
        raise ValueError(f"image of {h}x{w} pixels is too small")
    dtype = image.dtype if image.dtype.kind == "f" else np.float64
    work = np.asarray(image, dtype=dtype)
    down, right = (2 * d for d in np.gradient(work))
    right, down = right[:, 1:-1], down[1:-1, :]
    gx = right[:-2] + 2 * right[1:-1] + right[2:]
    gy = down[:, :-2] + 2 * down[:, 1:-1] + down[:, 2:]
    return tuple(r.astype(dtype) for r in (gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)))
