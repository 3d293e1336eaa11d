# verdict: passed
# style: sliding_window_view and one einsum
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels do not match")
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    kh, kw = weight.shape[-2:]
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel larger than padded image")
    windows = sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.einsum("ncijuv,ocuv->noij", windows, weight, optimize=True)
    return (y + bias.reshape(1, -1, 1, 1)).astype(x.dtype, copy=False)
