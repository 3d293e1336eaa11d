# verdict: passed
# style: products of two-dimensional FFTs in float64, pixels under no window set to an exact zero afterwards
import numpy as np


def conv2d_backward(grad_output, x, weight, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be 1 or more")
    if padding < 0:
        raise ValueError("padding must be 0 or more")
    N, C, H, W = x.shape
    O, CW, KH, KW = weight.shape
    if C != CW:
        raise ValueError("number of channels must be the same in x and weight")
    HP, WP = H + 2 * padding, W + 2 * padding
    if HP < KH or WP < KW:
        raise ValueError("kernel must fit into the padded image")
    OH, OW = 1 + (HP - KH) // stride, 1 + (WP - KW) // stride
    if grad_output.shape != (N, O, OH, OW):
        raise ValueError("grad_output must have the shape of the output")
    xp = np.zeros((N, C, HP, WP))
    xp[:, :, padding:padding + H, padding:padding + W] = x
    spread = np.zeros((N, O, HP, WP))
    spread[:, :, :OH * stride:stride, :OW * stride:stride][:, :, :OH, :OW] = grad_output
    fx, fg, fw = (np.fft.rfft2(a, s=(HP, WP)) for a in (xp, spread, weight.astype(float)))
    # the last entry of g plus the last of the kernel stays inside the padded image: nothing wraps around
    gxp = np.fft.irfft2(np.einsum("norq,ocrq->ncrq", fg, fw), s=(HP, WP))
    under = [np.zeros(HP, bool), np.zeros(WP, bool)]
    for hit, k, o in zip(under, (KH, KW), (OH, OW)):
        hit[np.add.outer(stride * np.arange(o), np.arange(k))] = True
    gxp *= np.outer(*under)
    gw = np.fft.irfft2(np.einsum("norq,ncrq->ocrq", fg.conj(), fx), s=(HP, WP))[:, :, :KH, :KW]
    gx = gxp[:, :, padding:padding + H, padding:padding + W]
    gb = grad_output.sum(axis=(0, 2, 3))
    return gx.astype(x.dtype), gw.astype(weight.dtype), gb.astype(grad_output.dtype)
