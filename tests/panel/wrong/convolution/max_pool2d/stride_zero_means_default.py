# verdict: wrong
# mistake: "stride or kernel_size" turns a stride of 0 into the default instead of raising.
# told: takes_zero_for_none
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = stride or kernel_size
    h, w = x.shape[2:]
    if k < 1 or k > h or k > w:
        raise ValueError("kernel_size does not fit")
    if s < 1:
        raise ValueError("stride must be at least 1")
    win = sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s]
    win = win.reshape(*win.shape[:4], k * k)
    best = win.argmax(-1)
    y = np.take_along_axis(win, best[..., None], -1)[..., 0]
    rows = np.arange(best.shape[2])[:, None] * s + best // k
    cols = np.arange(best.shape[3]) * s + best % k
    return y, rows * w + cols
