# verdict: wrong
# mistake: Only the first axis of the weight is checked; a weight of shape (C, 2, KH, KW) is silently used with its first half, where an error is due.
# told: takes_the_weight_of_an_ordinary_layer
import numpy as np


def depthwise_conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if weight.shape[0] != x.shape[1]:
        raise ValueError("number of channels and of kernels differ")
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    H, W = xp.shape[2:]
    KH, KW = weight.shape[2:]
    if KH > H or KW > W:
        raise ValueError("kernel is larger than the padded image")
    y = 0
    for u in range(KH):
        for v in range(KW):
            tap = xp[:, :, u : H - KH + u + 1 : stride, v : W - KW + v + 1 : stride]
            y = y + tap * weight[:, 0, u, v][:, None, None]
    return y + bias[:, None, None]
