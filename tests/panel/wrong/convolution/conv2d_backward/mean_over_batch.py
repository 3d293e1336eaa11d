# verdict: wrong
# mistake: the gradients of filters and bias are divided by the batch size, though nothing is to be divided by N
# told: divides_by_the_batch
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
    KH, KW = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(OH):
        for j in range(OW):
            r, q = i * stride, j * stride
            g = grad_output[:, :, i, j]
            gw += np.einsum("no,ncuv->ocuv", g, xp[:, :, r:r + KH, q:q + KW])
            gxp[:, :, r:r + KH, q:q + KW] += np.einsum("no,ocuv->ncuv", g, weight)
    gx = gxp[:, :, padding:padding + H, padding:padding + W]
    return gx, gw / N, grad_output.sum(axis=(0, 2, 3)) / N
