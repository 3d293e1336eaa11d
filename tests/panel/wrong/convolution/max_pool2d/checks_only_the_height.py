# verdict: wrong
# mistake: It compares kernel_size with the height only; for a window wider than the image it returns an empty result instead of raising.
# told: fits_the_height_only
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    N, C, H, W = x.shape
    if k < 1 or k > H:
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if s < 1:
        raise ValueError("stride must be at least 1")
    rows = range(0, H - k + 1, s)
    cols = range(0, W - k + 1, s)
    y = np.empty((N, C, len(rows), len(cols)), dtype=x.dtype)
    indices = np.empty(y.shape, dtype=np.int64)
    for i, r in enumerate(rows):
        for j, q in enumerate(cols):
            window = x[:, :, r : r + k, q : q + k].reshape(N, C, k * k)
            best = window.argmax(axis=2)
            y[:, :, i, j] = window.max(axis=2)
            indices[:, :, i, j] = (r + best // k) * W + q + best % k
    return y, indices
