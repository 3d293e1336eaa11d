# verdict: raised
# mistake: The check compares the rows of the window with the width of the image and its columns with the height, so high images refuse flat windows and wide images high ones.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col(x, kernel_size, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    N, C, W, H = x.shape
    kh, kw = kernel_size
    if kh < 1 or kw < 1:
        raise ValueError("kernel_size must be >= 1")
    if kh > H + 2 * padding or kw > W + 2 * padding:
        raise ValueError("kernel_size is larger than the padded image")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    win = win.transpose(0, 1, 4, 5, 2, 3)
    return win.reshape(N, C * kh * kw, -1).copy()
