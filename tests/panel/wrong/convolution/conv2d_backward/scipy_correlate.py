# verdict: forbidden
# mistake: correlates and convolves with scipy.signal, which must not be called, under other names
import numpy as np
from scipy.signal import convolve2d as full_conv
from scipy.signal import correlate2d as valid_corr


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
    p = padding
    HP, WP = H + 2 * p, W + 2 * p
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    up = np.zeros((N, O, HP - KH + 1, WP - KW + 1), dtype=x.dtype)
    up[:, :, ::stride, ::stride] = grad_output
    gxp, gw = np.zeros_like(xp), np.zeros_like(weight)
    for n in range(N):
        for o in range(O):
            for c in range(C):
                gw[o, c] += valid_corr(xp[n, c], up[n, o], mode="valid")
                gxp[n, c] += full_conv(up[n, o], weight[o, c], mode="full")
    return gxp[:, :, p:p + H, p:p + W].copy(), gw, grad_output.sum(axis=(0, 2, 3))
