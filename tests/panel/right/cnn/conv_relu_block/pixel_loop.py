# verdict: passed
# style: NumPy, a loop over output pixels with a broadcast product of the window and all filters
import numpy as np


def conv_relu_block(x, weight, bias, padding=0):
    N, C, H, W = x.shape
    O, CW, KH, KW = weight.shape
    if C != CW:
        raise ValueError("x and weight must have the same number of channels")
    canvas = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=x.dtype)
    canvas[:, :, padding : padding + H, padding : padding + W] = x
    OH = canvas.shape[2] - KH + 1
    OW = canvas.shape[3] - KW + 1
    y = np.empty((N, O, OH, OW), dtype=x.dtype)
    for i, j in np.ndindex(OH, OW):
        window = canvas[:, None, :, i : i + KH, j : j + KW]  # N 1 C KH KW
        y[:, :, i, j] = (window * weight).sum(axis=(2, 3, 4)) + bias
    y[y < 0] = 0
    return y
