# verdict: wrong
# mistake: The gradient of the bias is averaged over the images of the batch while it should be summed.
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels differ")
    h, w = x.shape[2:]
    kh, kw = weight.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    if kh > xp.shape[2] or kw > xp.shape[3]:
        raise ValueError("kernel is larger than the padded image")
    win = sliding_window_view(xp, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    if grad_output.shape != (x.shape[0], weight.shape[0]) + win.shape[2:4]:
        raise ValueError("grad_output has a wrong shape")
    oh, ow = win.shape[2:4]
    gw = np.tensordot(grad_output, win, axes=([0, 2, 3], [0, 2, 3]))
    gxp = np.zeros_like(xp)
    for u in range(kh):
        for v in range(kw):
            gxp[:, :, u : u + stride * (oh - 1) + 1 : stride, v : v + stride * (ow - 1) + 1 : stride] += np.einsum(
                "noij,oc->ncij", grad_output, weight[:, :, u, v]
            )
    gb = grad_output.sum(axis=(2, 3)).mean(axis=0)
    return gxp[:, :, padding : padding + h, padding : padding + w].copy(), gw, gb
