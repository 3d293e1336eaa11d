# verdict: wrong
# mistake: The output size floors (H - KH)/s and 2p/s separately, which loses a row when the two remainders together make a whole step.
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride")
    if padding < 0:
        raise ValueError("padding")
    N, C, H, W = x.shape
    O, CW, KH, KW = weight.shape
    if C != CW:
        raise ValueError("channels")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel")
    OH = (H - KH) // stride + 2 * padding // stride + 1
    OW = (W - KW) // stride + 2 * padding // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    y = np.zeros((N, O, OH, OW), dtype=x.dtype)
    for i in range(OH):
        for j in range(OW):
            r = xp[:, None, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            y[:, :, i, j] = (r * weight).sum(axis=(2, 3, 4)) + bias
    return y
