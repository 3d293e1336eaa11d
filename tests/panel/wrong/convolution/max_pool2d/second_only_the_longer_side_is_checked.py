# verdict: wrong
# mistake: The kernel is compared with the longer side of the image only, so a kernel larger than the shorter side gives an empty result instead of an error.
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    N, C, H, W = x.shape
    if kernel_size < 1 or kernel_size > max(H, W):
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    rows, cols = range(0, H - kernel_size + 1, stride), range(0, W - kernel_size + 1, stride)
    y = np.zeros((N, C, len(rows), len(cols)), dtype=x.dtype)
    indices = np.zeros(y.shape, dtype=np.int64)
    for i, r in enumerate(rows):
        for j, q in enumerate(cols):
            flat = x[:, :, r : r + kernel_size, q : q + kernel_size].reshape(N, C, -1)
            y[:, :, i, j] = flat.max(-1)
            u, v = np.unravel_index(flat.argmax(-1), (kernel_size, kernel_size))
            indices[:, :, i, j] = (r + u) * W + (q + v)
    return y, indices
