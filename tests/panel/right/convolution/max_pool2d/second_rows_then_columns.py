# verdict: passed
# style: separable: best column inside each window row first, then the first best row, winners carried along
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    H, W = x.shape[-2:]
    if kernel_size < 1 or kernel_size > min(H, W):
        raise ValueError("kernel_size out of range")
    if stride < 1:
        raise ValueError("stride must be at least 1")
    across = sliding_window_view(x, kernel_size, axis=3)[:, :, :, ::stride]  # N C H OW k
    col = across.argmax(-1)
    best = np.take_along_axis(across, col[..., None], -1)[..., 0]
    flat = col + stride * np.arange(col.shape[3]) + W * np.arange(H)[:, None]
    down = sliding_window_view(best, kernel_size, axis=2)[:, :, ::stride]  # N C OH OW k
    flat = sliding_window_view(flat, kernel_size, axis=2)[:, :, ::stride]
    row = down.argmax(-1)[..., None]
    y = np.take_along_axis(down, row, -1)[..., 0]
    indices = np.take_along_axis(flat, row, -1)[..., 0]
    return y, indices.astype(np.int64)
