# verdict: raised
# mistake: A kernel with as many rows or columns as the image is refused, although it fits exactly once.
# told: refuses_an_exact_fit
import numpy as np


def cross_correlate2d(image, kernel):
    H, W = image.shape
    KH, KW = kernel.shape
    if KH >= H or KW >= W:
        raise ValueError(f"kernel {kernel.shape} must be smaller than the image {image.shape}")
    out = np.zeros((H - KH + 1, W - KW + 1), dtype=image.dtype)
    for u in range(KH):
        for v in range(KW):
            out += kernel[u, v] * image[u:u + out.shape[0], v:v + out.shape[1]]
    return out
