# verdict: raised
# mistake: A kernel with as many rows as the image is refused although it fits exactly once.
# told: refuses_an_exact_fit
import numpy as np


def cross_correlate2d(image, kernel):
    rows = image.shape[0] - kernel.shape[0]
    cols = image.shape[1] - kernel.shape[1]
    if rows <= 0 or cols < 0:
        raise ValueError("kernel is larger than the image")
    return np.array([
        [np.vdot(image[i : i + kernel.shape[0], j : j + kernel.shape[1]], kernel) for j in range(cols + 1)]
        for i in range(rows + 1)
    ], dtype=image.dtype)
