# verdict: passed
# style: loop over the channels, each a flat vector in double precision, scale and shift folded into one gain
import math

import numpy as np


def batchnorm2d_forward(x, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    count = n * h * w
    if count < 2:
        raise ValueError("x must have at least two numbers per channel")
    y = np.empty_like(x)
    for ch in range(c):
        v = x[:, ch].astype(np.float64)
        v = v - v[0, 0, 0]
        v = v - v.sum() / count
        var = np.vdot(v, v) / count
        gain = float(weight[ch]) / math.sqrt(var + eps)
        y[:, ch] = v * gain + float(bias[ch])
    return y
