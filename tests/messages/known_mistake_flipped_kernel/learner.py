# grades: convolution/conv2d
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels")
    p = padding
    x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    if KH > H or KW > W:
        raise ValueError("kernel")
    flipped = weight[:, :, ::-1, ::-1]
    OH, OW = (H - KH) // stride + 1, (W - KW) // stride + 1
    y = np.empty((N, O, OH, OW), dtype=x.dtype)
    for i in range(OH):
        for j in range(OW):
            patch = x[:, None, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
            y[:, :, i, j] = (patch * flipped).sum(axis=(2, 3, 4)) + bias
    return y
