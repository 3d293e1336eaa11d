# verdict: wrong
# mistake: `stride or kernel_size` treats a stride of 0 like None, but a stride of 0 must raise an error.
# told: takes_zero_for_none
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    stride = stride or kernel_size
    H, W = x.shape[-2:]
    if not 1 <= kernel_size <= min(H, W):
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    win = sliding_window_view(x, (kernel_size,) * 2, axis=(2, 3))[:, :, ::stride, ::stride]
    flat = win.reshape(*win.shape[:4], -1)
    k = flat.argmax(axis=-1)
    r = k // kernel_size + stride * np.arange(win.shape[2])[:, None]
    q = k % kernel_size + stride * np.arange(win.shape[3])
    return flat.max(axis=-1), (r * W + q).astype(np.int64)
