# verdict: wrong
# mistake: The einsum has different letters for the channels of the image and of the filter, so every channel meets every channel instead of its own.
# told: crosses_the_channels
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    n, cin, h, w = x.shape
    cout, c, kh, kw = weight.shape
    if c != cin:
        raise ValueError("channels do not match")
    if kh > h + 2 * padding or kw > w + 2 * padding:
        raise ValueError("kernel larger than padded image")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.einsum("bihwkl,ockl->bohw", win, weight)
    return (out + bias[None, :, None, None]).astype(x.dtype)
