# verdict: wrong
# mistake: the padded gradient reaches only as far as the windows do, so with an uneven stride grad_x is smaller than x
# told: ends_with_the_last_window
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
    s, p = stride, padding
    xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
    gxp = np.zeros((N, C, (OH - 1) * s + KH, (OW - 1) * s + KW), dtype=x.dtype)
    gw = np.zeros_like(weight)
    for u in range(KH):
        for v in range(KW):
            rows, cols = slice(u, u + (OH - 1) * s + 1, s), slice(v, v + (OW - 1) * s + 1, s)
            gw[:, :, u, v] = np.einsum("noij,ncij->oc", grad_output, xp[:, :, rows, cols])
            gxp[:, :, rows, cols] += np.einsum("noij,oc->ncij", grad_output, weight[:, :, u, v])
    return gxp[:, :, p:p + H, p:p + W], gw, grad_output.sum(axis=(0, 2, 3))
