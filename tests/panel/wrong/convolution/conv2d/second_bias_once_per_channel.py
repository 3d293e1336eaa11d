# verdict: wrong
# mistake: The bias is added inside the loop over input channels, so images with C channels get C times the bias.
# told: adds_the_bias_for_each_channel
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels of x and weight differ")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    kh, kw = weight.shape[2:]
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel larger than padded image")
    win = sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.zeros((x.shape[0], weight.shape[0]) + win.shape[2:4], dtype=x.dtype)
    for c in range(x.shape[1]):
        y += np.einsum("nijuv,ouv->noij", win[:, c], weight[:, c]) + bias[None, :, None, None]
    return y
