# verdict: passed
# style: im2col with fancy index arrays as in the CS231n notes
import numpy as np


def im2col_indices(C, KH, KW, OH, OW, stride):
    i0 = np.tile(np.repeat(np.arange(KH), KW), C)
    i1 = stride * np.repeat(np.arange(OH), OW)
    j0 = np.tile(np.arange(KW), KH * C)
    j1 = stride * np.tile(np.arange(OW), OH)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), KH * KW).reshape(-1, 1)
    return k, i, j


def conv2d(x, weight, bias, stride=1, padding=0):
    if not stride >= 1:
        raise ValueError("stride has to be 1 or more")
    if not padding >= 0:
        raise ValueError("padding has to be 0 or more")
    N, C, H, W = x.shape
    O, Cw, KH, KW = weight.shape
    if Cw != C:
        raise ValueError("weight expects %d channels, got %d" % (Cw, C))
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    if OH < 1 or OW < 1:
        raise ValueError("kernel does not fit into the padded image")
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="constant")
    k, i, j = im2col_indices(C, KH, KW, OH, OW, stride)
    cols = x_padded[:, k, i, j]                      # N, C*KH*KW, OH*OW
    res = weight.reshape(O, C * KH * KW) @ cols      # N, O, OH*OW
    res = res + bias[:, np.newaxis]
    return res.reshape(N, O, OH, OW).astype(x.dtype)
