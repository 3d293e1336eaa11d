# verdict: wrong
# mistake: The search starts at minus infinity and position 0 and needs a strictly larger pixel, so a window of nothing but minus infinity reports pixel 0 of the image.
# told: starts_from_minus_infinity
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    N, C, H, W = x.shape
    if kernel_size < 1 or kernel_size > min(H, W):
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    OH, OW = (H - kernel_size) // stride + 1, (W - kernel_size) // stride + 1
    y = np.full((N, C, OH, OW), -np.inf, dtype=x.dtype)
    indices = np.zeros((N, C, OH, OW), dtype=np.int64)
    base = stride * (W * np.arange(OH)[:, None] + np.arange(OW))
    for u in range(kernel_size):
        for v in range(kernel_size):
            cand = x[:, :, u : u + stride * (OH - 1) + 1 : stride, v : v + stride * (OW - 1) + 1 : stride]
            better = cand > y
            y = np.where(better, cand, y)
            indices = np.where(better, base + u * W + v, indices)
    return y, indices
