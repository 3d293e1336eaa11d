# verdict: wrong
# mistake: Different numbers of channels are left to broadcasting, so a filter of one channel is silently used for all channels of x, where an error is due.
# told: spreads_a_single_channel
import numpy as np


def dilated_conv2d(x, weight, bias, stride=1, padding=0, dilation=1):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if dilation < 1:
        raise ValueError("dilation must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    n, c, h, w = x.shape
    o, wc, kh, kw = weight.shape
    if wc != c and wc != 1 and c != 1:
        raise ValueError("channels do not match")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    eh, ew = dilation * (kh - 1) + 1, dilation * (kw - 1) + 1
    if eh > xp.shape[2] or ew > xp.shape[3]:
        raise ValueError("kernel is larger than the padded image")
    oh = (xp.shape[2] - eh) // stride + 1
    ow = (xp.shape[3] - ew) // stride + 1
    out = np.zeros((n, o, oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            top, left = i * stride, j * stride
            patch = xp[:, None, :, top : top + eh : dilation, left : left + ew : dilation]
            out[:, :, i, j] = (patch * weight[None]).sum(axis=(2, 3, 4)) + bias
    return out
