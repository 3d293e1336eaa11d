# verdict: wrong
# mistake: of grad_output only height and width are checked, so a wrong batch size passes and broadcasts without an error
# told: spreads_a_single_image
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be positive")
    if padding < 0:
        raise ValueError("padding must not be negative")
    N, C, H, W = x.shape
    O, CI, KH, KW = weight.shape
    if C != CI:
        raise ValueError("channels of x and weight differ")
    HP, WP = H + 2 * padding, W + 2 * padding
    if KH > HP or KW > WP:
        raise ValueError("kernel larger than padded image")
    OH, OW = (HP - KH) // stride + 1, (WP - KW) // stride + 1
    if grad_output.shape[2:] != (OH, OW):
        raise ValueError("grad_output has the wrong height or width")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gxp, gw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(OH):
        for j in range(OW):
            spot = np.s_[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            g = grad_output[:, :, i, j][:, :, None, None, None]
            gw += (g * xp[spot][:, None]).sum(axis=0)
            gxp[spot] += (g * weight[None]).sum(axis=1)
    gx = gxp[:, :, padding:padding + H, padding:padding + W].copy()
    return gx, gw, grad_output.sum(axis=(0, 2, 3))
