# verdict: wrong
# mistake: The flat list of windows is reshaped to (OW, OH) instead of (OH, OW), which is noticed only when the output is not square.
# told: reshapes_to_columns_first
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, Cw, KH, KW = weight.shape
    if C != Cw:
        raise ValueError(f"{C} channels in x, {Cw} in weight")
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    if OH < 1 or OW < 1:
        raise ValueError("kernel larger than padded image")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    patches = []
    for i in range(OH):
        for j in range(OW):
            patches.append(xp[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW].reshape(N, C * KH * KW))
    cols = np.stack(patches, axis=-1)
    y = weight.reshape(O, -1) @ cols + bias[:, None]
    return y.reshape(N, O, OW, OH).astype(x.dtype)
