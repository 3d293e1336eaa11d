# verdict: forbidden
# mistake: The work is done by scipy.signal, which the statement rules out.
import numpy as np
from scipy.signal import correlate2d


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C = x.shape[:2]
    O, CW, KH, KW = weight.shape
    if C != CW:
        raise ValueError("channels differ")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if KH > xp.shape[2] or KW > xp.shape[3]:
        raise ValueError("kernel larger than padded image")
    maps = [
        [sum(correlate2d(xp[n, c], weight[o, c], mode="valid") for c in range(C))[::stride, ::stride] + bias[o]
         for o in range(O)]
        for n in range(N)
    ]
    return np.array(maps, dtype=x.dtype).reshape(N, O, *y_shape(xp, KH, KW, stride))


def y_shape(xp, KH, KW, stride):
    return (xp.shape[2] - KH) // stride + 1, (xp.shape[3] - KW) // stride + 1
