# verdict: wrong
# mistake: The product has the filters first and then all images, and is reshaped to (N, O, ...) without a transpose, so outputs of different images and filters are mixed up.
# told: mixes_images_and_filters
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, CW, KH, KW = weight.shape
    if C != CW:
        raise ValueError("channels do not match")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel too large")
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    cols = np.empty((C, KH, KW, N, OH, OW), dtype=x.dtype)
    for u in range(KH):
        for v in range(KW):
            patch = xp[:, :, u : u + stride * OH : stride, v : v + stride * OW : stride]
            cols[:, u, v] = patch[:, :, :OH, :OW].transpose(1, 0, 2, 3)
    out = weight.reshape(O, -1) @ cols.reshape(C * KH * KW, -1) + bias[:, None]
    return out.reshape(N, O, OH, OW)
