# verdict: wrong
# mistake: the filters are reshaped from (O, C) to (C, O) where they must be transposed; right only if O or C is one
# told: reshapes_the_filters
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


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
    HP, WP = H + 2 * padding, W + 2 * padding
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    win = sliding_window_view(xp, (KH, KW), axis=(2, 3))[:, :, ::stride, ::stride]
    grad_weight = np.einsum("noij,ncijuv->ocuv", grad_output, win)
    # full convolution of the spread gradient with the flipped filters
    spread = np.zeros((N, O, HP + KH - 1, WP + KW - 1), dtype=x.dtype)
    spread[:, :, KH - 1:KH - 1 + OH * stride:stride, KW - 1:KW - 1 + OW * stride:stride] = grad_output
    flipped = weight[:, :, ::-1, ::-1].reshape(C, O, KH, KW)
    full = np.einsum("noijuv,couv->ncij", sliding_window_view(spread, (KH, KW), axis=(2, 3)), flipped)
    grad_x = full[:, :, padding:padding + H, padding:padding + W]
    return grad_x.copy(), grad_weight, grad_output.sum(axis=(0, 2, 3))
