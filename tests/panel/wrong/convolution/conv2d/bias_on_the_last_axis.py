# verdict: raised
# mistake: The bias is added without new axes, so it is broadcast along the columns instead of the output channels; it works for one filter only.
# told: adds_the_bias_along_the_columns
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight have different numbers of channels")
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    if weight.shape[2] > xp.shape[2] or weight.shape[3] > xp.shape[3]:
        raise ValueError("kernel larger than the padded image")
    win = sliding_window_view(xp, weight.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    y = np.einsum("ncijuv,ocuv->noij", win, weight) + bias
    return y.astype(x.dtype)
