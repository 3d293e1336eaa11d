# verdict: wrong
# mistake: With count_include_pad=False it counts the pixels that are not zero, so black pixels inside the image are taken for padding.
# told: counts_what_is_not_zero
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    if stride is None:
        stride = kernel_size
    if kernel_size < 1:
        raise ValueError("kernel_size must be positive")
    if stride < 1:
        raise ValueError("stride must be positive")
    if padding < 0 or 2 * padding > kernel_size:
        raise ValueError("padding must be between 0 and kernel/2")
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if kernel_size > padded.shape[2] or kernel_size > padded.shape[3]:
        raise ValueError("kernel_size is too large for the padded image")
    win = sliding_window_view(padded, (kernel_size, kernel_size), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    if count_include_pad or padding == 0:
        return win.mean(axis=(-2, -1)).astype(x.dtype)
    count = np.count_nonzero(win, axis=(-2, -1))
    return (win.sum(axis=(-2, -1)) / np.maximum(count, 1)).astype(x.dtype)
