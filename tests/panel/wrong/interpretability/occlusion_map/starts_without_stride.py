# verdict: wrong
# mistake: The map has the size for the stride, but square (i, j) starts at pixel (i, j) instead of (i * stride, j * stride).
# told: moves_by_one_pixel
import numpy as np


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    c, h, w = x.shape
    if h < patch or w < patch:
        raise ValueError("patch is larger than the image")
    result = np.empty(((h - patch) // stride + 1, (w - patch) // stride + 1), dtype=x.dtype)
    full = f(x)
    for i, j in np.ndindex(*result.shape):
        masked = np.array(x)
        masked[:, i : i + patch, j : j + patch] = fill
        result[i, j] = full - f(masked)
    return result
