# verdict: wrong
# mistake: gradients are collected in default np.zeros arrays, so float32 inputs give float64 gradients
# told: always_float64
import numpy as np


def _check(g, x, w, stride, padding):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != w.shape[1]:
        raise ValueError("channels of x and weight differ")
    HP, WP = x.shape[2] + 2 * padding, x.shape[3] + 2 * padding
    if w.shape[2] > HP or w.shape[3] > WP:
        raise ValueError("kernel is larger than the padded image")
    OH, OW = (HP - w.shape[2]) // stride + 1, (WP - w.shape[3]) // stride + 1
    if tuple(g.shape) != (x.shape[0], w.shape[0], OH, OW):
        raise ValueError("grad_output has the wrong shape")
    return OH, OW


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    OH, OW = _check(grad_output, x, weight, stride, padding)
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
    xp[:, :, padding:H + padding, padding:W + padding] = x
    gxp = np.zeros(xp.shape)
    gw = np.zeros(weight.shape)
    gb = np.zeros(O)
    for n in range(N):
        for o in range(O):
            for i in range(OH):
                for j in range(OW):
                    r, q, g = i * stride, j * stride, grad_output[n, o, i, j]
                    gw[o] += g * xp[n, :, r:r + KH, q:q + KW]
                    gxp[n, :, r:r + KH, q:q + KW] += g * weight[o]
                    gb[o] += g
    return gxp[:, :, padding:H + padding, padding:W + padding], gw, gb
