# verdict: wrong
# mistake: The positions count on through channels and images instead of starting at 0 in each of them.
# told: counts_through_the_batch
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    N, C, H, W = x.shape
    if k < 1 or k > H or k > W:
        raise ValueError("kernel_size does not fit")
    if s < 1:
        raise ValueError("stride must be at least 1")
    flat = x.reshape(-1)
    number = np.arange(x.size).reshape(x.shape)
    OH, OW = (H - k) // s + 1, (W - k) // s + 1
    indices = np.empty((N, C, OH, OW), dtype=np.int64)
    for i in range(OH):
        for j in range(OW):
            cells = number[:, :, i * s : i * s + k, j * s : j * s + k].reshape(N, C, k * k)
            best = flat[cells].argmax(axis=2)
            indices[:, :, i, j] = np.take_along_axis(cells, best[..., None], axis=2)[..., 0]
    return flat[indices], indices
