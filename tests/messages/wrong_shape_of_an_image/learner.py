# grades: convolution/conv2d
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, I, KH, KW = weight.shape
    if stride < 1:
        raise ValueError("stride must be positive")
    if padding < 0:
        raise ValueError("padding must not be negative")
    if C != I:
        raise ValueError("number of channels differs")
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if KH > x.shape[2] or KW > x.shape[3]:
        raise ValueError("kernel larger than image")
    # forgot the + 1
    OH = (x.shape[2] - KH) // stride
    OW = (x.shape[3] - KW) // stride
    out = np.zeros((N, O, OH, OW), dtype=x.dtype)
    for i in range(OH):
        for j in range(OW):
            window = x[:, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            out[:, :, i, j] = np.tensordot(window, weight, axes=([1, 2, 3], [1, 2, 3])) + bias
    return out
