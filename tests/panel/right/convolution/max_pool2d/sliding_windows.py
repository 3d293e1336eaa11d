# verdict: passed
# style: sliding_window_view, argmax over the flattened window, divmod for the offsets
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    H, W = x.shape[2:]
    if k < 1:
        raise ValueError(f"kernel_size must be at least 1, got {k}")
    if k > min(H, W):
        raise ValueError(f"kernel_size {k} does not fit into an image of {H} x {W}")
    if s < 1:
        raise ValueError(f"stride must be at least 1, got {s}")
    windows = sliding_window_view(x, (k, k), axis=(2, 3))[:, :, ::s, ::s]
    windows = windows.reshape(*windows.shape[:4], k * k)
    winner = windows.argmax(axis=-1)
    y = np.take_along_axis(windows, winner[..., None], axis=-1)[..., 0].copy()
    u, v = np.divmod(winner, k)
    rows = np.arange(winner.shape[2])[:, None] * s + u
    cols = np.arange(winner.shape[3])[None, :] * s + v
    return y, (rows * W + cols).astype(np.int64)
