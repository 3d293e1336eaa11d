# verdict: wrong
# mistake: The maximum is taken down the columns first and then across, so of two equal maxima the one further left wins even if it lies in a lower row.
# told: reads_down_the_columns
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    H, W = x.shape[2:]
    if kernel_size < 1 or kernel_size > H or kernel_size > W:
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    win = sliding_window_view(x, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
    best_in_column = win.max(axis=-2)
    row_in_column = win.argmax(axis=-2)
    v = best_in_column.argmax(axis=-1)
    u = np.take_along_axis(row_in_column, v[..., None], axis=-1)[..., 0]
    oh, ow = v.shape[2:]
    indices = (u + stride * np.arange(oh)[:, None]) * W + v + stride * np.arange(ow)
    return best_in_column.max(axis=-1), indices.astype(np.int64)
