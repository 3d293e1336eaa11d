# verdict: wrong
# mistake: Without padding and with 1x1 windows the reshape copies nothing, so the result is a view of x where a new array is due.
import numpy as np
from numpy.lib.stride_tricks import as_strided


def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if padding > 0:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    n, c, h, w = x.shape
    if kh < 1 or kw < 1 or kh > h or kw > w:
        raise ValueError("kernel_size must be between one pixel and the padded image")
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    sn, sc, sh, sw = x.strides
    windows = as_strided(x, (n, c, kh, kw, oh, ow), (sn, sc, sh, sw, sh * stride, sw * stride))
    return windows.reshape(n, c * kh * kw, oh * ow)
