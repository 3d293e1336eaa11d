# verdict: wrong
# mistake: The running maximum starts at 0, so a window of negative pixels gives 0.
# told: starts_from_zero_at_the_first_pixel
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    N, C, H, W = x.shape
    if k < 1 or k > H or k > W:
        raise ValueError("kernel_size does not fit")
    if s < 1:
        raise ValueError("stride must be at least 1")
    OH, OW = (H - k) // s + 1, (W - k) // s + 1
    y = np.zeros((N, C, OH, OW), dtype=x.dtype)
    rows = np.arange(OH)[:, None] * s
    cols = np.arange(OW)[None, :] * s
    indices = np.broadcast_to(rows * W + cols, y.shape).astype(np.int64)
    for u in range(k):
        for v in range(k):
            pixel = x[:, :, rows + u, cols + v]
            wins = pixel > y
            y = np.where(wins, pixel, y)
            indices = np.where(wins, (rows + u) * W + cols + v, indices)
    if k == 1:
        y = x[:, :, rows, cols]
    return y, indices
