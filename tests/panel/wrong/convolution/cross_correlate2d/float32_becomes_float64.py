# verdict: wrong
# mistake: np.zeros without dtype gives float64 also for float32 inputs.
# told: always_float64
import numpy as np


def cross_correlate2d(image, kernel):
    rows = image.shape[0] - kernel.shape[0] + 1
    cols = image.shape[1] - kernel.shape[1] + 1
    if rows < 1 or cols < 1:
        raise ValueError("kernel is too large")
    feature_map = np.zeros((rows, cols))
    for r in range(rows):
        for c in range(cols):
            patch = image[r:r + kernel.shape[0], c:c + kernel.shape[1]]
            feature_map[r, c] = np.sum(np.multiply(patch, kernel))
    return feature_map
