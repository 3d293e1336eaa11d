# verdict: wrong
# mistake: With padding the zero canvas is float64, so float32 images give a float64 result as soon as the padding is above 0.
# told: returns_float64
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    n, c, h, w = x.shape
    o, c2, kh, kw = weight.shape
    if c != c2:
        raise ValueError("channels of x and weight differ")
    if padding:
        xp = np.zeros((n, c, h + 2 * padding, w + 2 * padding))
        xp[..., padding:-padding, padding:-padding] = x
    else:
        xp = x
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel larger than padded image")
    win = np.lib.stride_tricks.sliding_window_view(xp, (kh, kw), axis=(2, 3))
    win = win[:, :, ::stride, ::stride]
    return np.tensordot(win, weight, axes=([1, 4, 5], [1, 2, 3])).transpose(0, 3, 1, 2) + bias[:, None, None]
