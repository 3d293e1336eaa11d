# verdict: wrong
# mistake: Only the rows and columns of grad_output are checked; a gradient for one image is accepted for a whole batch and broadcast instead of raising an error.
# told: spreads_a_single_image
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    n, c, h, w = x.shape
    o, c2, kh, kw = weight.shape
    if c != c2:
        raise ValueError("channels differ")
    ph, pw = h + 2 * padding, w + 2 * padding
    if kh > ph or kw > pw:
        raise ValueError("kernel is larger than the padded image")
    oh, ow = (ph - kh) // stride + 1, (pw - kw) // stride + 1
    if grad_output.shape[2:] != (oh, ow):
        raise ValueError("grad_output has a wrong shape")
    xp = np.zeros((n, c, ph, pw), x.dtype)
    xp[:, :, padding : padding + h, padding : padding + w] = x
    gxp, gw = np.zeros_like(xp), np.zeros_like(weight)
    for i in range(oh):
        for j in range(ow):
            win = np.s_[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            g = grad_output[:, :, i, j][:, :, None, None, None]
            gw += (g * xp[win][:, None]).sum(axis=0)
            gxp[win] += (g * weight[None]).sum(axis=1)
    return gxp[:, :, padding : padding + h, padding : padding + w].copy(), gw, grad_output.sum(axis=(0, 2, 3))
