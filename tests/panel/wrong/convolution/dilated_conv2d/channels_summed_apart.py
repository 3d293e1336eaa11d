# verdict: wrong
# mistake: The einsum has different letters for the channels of image and filter, so both are summed separately; it is right for one channel only.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def dilated_conv2d(x, weight, bias, stride=1, padding=0, dilation=1):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("number of channels differs")
    kh, kw = weight.shape[-2:]
    sh, sw = dilation * (kh - 1) + 1, dilation * (kw - 1) + 1
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    if sh > xp.shape[2] or sw > xp.shape[3]:
        raise ValueError("kernel span exceeds the padded image")
    win = sliding_window_view(xp, (sh, sw), axis=(2, 3))[:, :, ::stride, ::stride, ::dilation, ::dilation]
    y = np.einsum("ncijuv,oduv->noij", win, weight, optimize=True)
    return (y + bias.reshape(1, -1, 1, 1)).astype(x.dtype)
