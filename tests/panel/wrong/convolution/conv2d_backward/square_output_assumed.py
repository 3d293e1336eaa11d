# verdict: wrong
# mistake: the loop over output columns runs to the number of output rows, so only square outputs come out right
# told: takes_the_output_for_square
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
    _check(grad_output, x, weight, stride, padding)
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    out = grad_output.shape[2]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gw = np.zeros_like(xp), np.zeros_like(weight)
    for n in range(N):
        for i in range(out):
            for j in range(min(out, grad_output.shape[3])):
                r, q = i * stride, j * stride
                for o in range(O):
                    g = grad_output[n, o, i, j]
                    gw[o] += g * xp[n, :, r:r + KH, q:q + KW]
                    gxp[n, :, r:r + KH, q:q + KW] += g * weight[o]
    gx = gxp[:, :, padding:padding + H, padding:padding + W].copy()
    return gx, gw, grad_output.sum(axis=(0, 2, 3))
