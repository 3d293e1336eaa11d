# verdict: wrong
# mistake: In the branch for touching windows the image is cropped first and the positions are counted with the cropped width, so below the first row they are too small when W is not a multiple of the kernel.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    if kernel_size < 1 or kernel_size > min(x.shape[2:]):
        raise ValueError("kernel_size must be between 1 and the size of the image")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    k = kernel_size
    if stride == k:
        x = x[:, :, : x.shape[2] // k * k, : x.shape[3] // k * k]
        n, c, h, w = x.shape
        win = x.reshape(n, c, h // k, k, w // k, k).swapaxes(3, 4)
    else:
        w = x.shape[3]
        win = sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    flat = win.reshape(*win.shape[:4], k * k)
    u, v = np.divmod(flat.argmax(-1), k)
    rows = u + stride * np.arange(win.shape[2])[:, None]
    cols = v + stride * np.arange(win.shape[3])
    return flat.max(-1), (rows * w + cols).astype(np.int64)
