# verdict: wrong
# mistake: the channels of x and weight are never compared, so filters of one channel broadcast over all the image's channels
# told: spreads_a_single_channel
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    HP, WP = H + 2 * padding, W + 2 * padding
    if KH > HP or KW > WP:
        raise ValueError("kernel is larger than the padded image")
    OH, OW = (HP - KH) // stride + 1, (WP - KW) // stride + 1
    if grad_output.shape != (N, O, OH, OW):
        raise ValueError("grad_output does not have the shape of the output")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp = np.zeros_like(xp)
    gw = np.zeros((O, C, KH, KW), dtype=weight.dtype)
    for n in range(N):
        for o in range(O):
            for i in range(OH):
                for j in range(OW):
                    g = grad_output[n, o, i, j]
                    rows, cols = slice(i * stride, i * stride + KH), slice(j * stride, j * stride + KW)
                    gxp[n, :, rows, cols] += g * weight[o]
                    gw[o] += g * xp[n, :, rows, cols]
    gx = gxp[:, :, padding:HP - padding, padding:WP - padding]
    return gx, gw, grad_output.sum(axis=(0, 2, 3))
