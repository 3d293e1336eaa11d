# verdict: raised
# mistake: The size of the kernel is compared with the image before padding, so a kernel that fits into the padded image only is refused.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def depthwise_conv2d(x, weight, bias, stride=1, padding=0):
    n, c, h, w = x.shape
    kh, kw = weight.shape[2:]
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if weight.shape[:2] != (c, 1):
        raise ValueError("weight must have one kernel for each of the channels")
    if kh > h or kw > w:
        raise ValueError("kernel is larger than the image")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,cuv->ncij", win, weight[:, 0]) + bias[:, None, None]
