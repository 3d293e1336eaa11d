# verdict: wrong
# mistake: The maxima are stored in a float64 array whatever the dtype of x.
# told: returns_float64
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    N, C, H, W = x.shape
    if kernel_size < 1 or kernel_size > H or kernel_size > W:
        raise ValueError("kernel_size does not fit")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    OH = (H - kernel_size) // stride + 1
    OW = (W - kernel_size) // stride + 1
    y = np.zeros((N, C, OH, OW))
    indices = np.zeros((N, C, OH, OW), dtype=np.int64)
    for n, c, i, j in np.ndindex(N, C, OH, OW):
        r, q = i * stride, j * stride
        window = x[n, c, r : r + kernel_size, q : q + kernel_size]
        u, v = np.unravel_index(np.argmax(window), window.shape)
        y[n, c, i, j] = window[u, v]
        indices[n, c, i, j] = (r + u) * W + (q + v)
    return y, indices
