# verdict: wrong
# mistake: The output is allocated without a dtype, so float32 images come back as float64.
# told: returns_float64
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, Cw, KH, KW = weight.shape
    if C != Cw:
        raise ValueError("different channels")
    if KH > H + 2 * padding or KW > W + 2 * padding:
        raise ValueError("kernel larger than padded image")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, O, OH, OW))
    for n in range(N):
        for o in range(O):
            for i in range(OH):
                for j in range(OW):
                    si, sj = i * stride, j * stride
                    out[n, o, i, j] = np.sum(xp[n, :, si:si + KH, sj:sj + KW] * weight[o]) + bias[o]
    return out
