# verdict: wrong
# mistake: It only compares the number of entries of grad_output and then reshapes it, so a gradient with swapped rows and columns is silently accepted.
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    N, C, H, W = x.shape
    O, C2, KH, KW = weight.shape
    if C != C2:
        raise ValueError("channels differ")
    PH, PW = H + 2 * padding, W + 2 * padding
    if KH > PH or KW > PW:
        raise ValueError("kernel is larger than the padded image")
    OH, OW = (PH - KH) // stride + 1, (PW - KW) // stride + 1
    if grad_output.size != N * O * OH * OW:
        raise ValueError("grad_output has a wrong number of entries")
    g = grad_output.reshape(N, O, OH * OW)
    rows = (stride * np.arange(OH)[:, None, None, None] + np.arange(KH)[:, None]).repeat(OW, 1).repeat(KW, 3)
    cols = (stride * np.arange(OW)[:, None, None] + np.arange(KW)) + 0 * rows
    rows, cols = (t.reshape(OH * OW, KH, KW) for t in (rows, cols))
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    gw = np.einsum("nol,ncluv->ocuv", g, xp[:, :, rows, cols])
    gxp = np.zeros_like(xp)
    np.add.at(gxp, (slice(None), slice(None), rows, cols), np.einsum("nol,ocuv->ncluv", g, weight))
    return gxp[:, :, padding : padding + H, padding : padding + W].copy(), gw, g.sum(axis=(0, 2))
