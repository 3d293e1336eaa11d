# verdict: wrong
# mistake: It takes the best row of each column first and then the best column, so ties go to the leftmost column, not to the first in reading order.
# told: reads_down_the_columns
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
    y = np.empty((N, C, OH, OW), dtype=x.dtype)
    indices = np.empty((N, C, OH, OW), dtype=np.int64)
    for i in range(OH):
        for j in range(OW):
            window = x[:, :, i * s : i * s + k, j * s : j * s + k]
            column_max = window.max(axis=2)
            column_arg = window.argmax(axis=2)
            v = column_max.argmax(axis=2)
            u = np.take_along_axis(column_arg, v[..., None], axis=2)[..., 0]
            y[:, :, i, j] = column_max.max(axis=2)
            indices[:, :, i, j] = (i * s + u) * W + (j * s + v)
    return y, indices
