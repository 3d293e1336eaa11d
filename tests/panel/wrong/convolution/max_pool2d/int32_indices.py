# verdict: wrong
# mistake: The indices have dtype int32, not int64.
# told: indices_as_int32
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    s = kernel_size if stride is None else stride
    N, C, H, W = x.shape
    if kernel_size < 1 or kernel_size > H or kernel_size > W:
        raise ValueError("kernel_size does not fit")
    if s < 1:
        raise ValueError("stride must be at least 1")
    plane = np.arange(H * W, dtype=np.int32).reshape(H, W)
    shape = (kernel_size, kernel_size)
    win = sliding_window_view(x, shape, axis=(2, 3))[:, :, ::s, ::s]
    pos = sliding_window_view(plane, shape)[::s, ::s]
    win = win.reshape(*win.shape[:4], kernel_size**2)
    pos = np.broadcast_to(pos.reshape(*pos.shape[:2], kernel_size**2), win.shape)
    best = win.argmax(axis=-1)[..., None]
    return np.take_along_axis(win, best, -1)[..., 0], np.take_along_axis(pos, best, -1)[..., 0]
