# verdict: wrong
# mistake: The positions count through the whole array of images and channels instead of starting at 0 again in every channel.
# told: counts_through_the_batch
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    if kernel_size < 1 or kernel_size > x.shape[2] or kernel_size > x.shape[3]:
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    ids = np.arange(x.size, dtype=np.int64).reshape(x.shape)

    def cut(a):
        w = sliding_window_view(a, (kernel_size, kernel_size), axis=(2, 3))[:, :, ::stride, ::stride]
        return w.reshape(w.shape[:4] + (-1,))

    windows = cut(x)
    best = windows.argmax(-1)[..., None]
    return np.take_along_axis(windows, best, -1)[..., 0], np.take_along_axis(cut(ids), best, -1)[..., 0]
