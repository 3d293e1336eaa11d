# verdict: wrong
# mistake: The matrix product has the filters first and the batch second, and reshape (without a transpose) mixes the two; it is right only for one image or one filter.
# told: mixes_images_and_filters
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    N, C, H, W = x.shape
    O, Cw, KH, KW = weight.shape
    if C != Cw:
        raise ValueError("channels mismatch")
    Hp, Wp = H + 2 * padding, W + 2 * padding
    if KH > Hp or KW > Wp:
        raise ValueError("kernel larger than padded image")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH, OW = (Hp - KH) // stride + 1, (Wp - KW) // stride + 1
    cols = np.empty((C, KH, KW, N, OH, OW), dtype=x.dtype)
    for u in range(KH):
        for v in range(KW):
            cols[:, u, v] = xp[:, :, u:u + stride * OH:stride, v:v + stride * OW:stride][:, :, :OH, :OW].transpose(1, 0, 2, 3)
    y = weight.reshape(O, -1) @ cols.reshape(C * KH * KW, -1) + bias[:, None]
    return y.reshape(N, O, OH, OW).astype(x.dtype)
