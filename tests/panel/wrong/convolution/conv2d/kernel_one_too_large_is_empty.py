# verdict: wrong
# mistake: There is no check that the kernel fits; a kernel one pixel too large gives an empty array instead of a ValueError.
# told: gives_nothing_if_it_does_not_fit
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, Cw, KH, KW = weight.shape
    if C != Cw:
        raise ValueError("channels of x and weight differ")
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    y = np.zeros((N, O, OH, OW), dtype=x.dtype)
    for i in range(OH):
        for j in range(OW):
            y[:, :, i, j] = np.einsum(
                "ncuv,ocuv->no", xp[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW], weight)
    return y + bias.reshape(1, -1, 1, 1).astype(x.dtype)
