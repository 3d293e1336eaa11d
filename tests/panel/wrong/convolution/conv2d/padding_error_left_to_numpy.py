# verdict: wrong
# mistake: A negative padding is left to np.pad, whose ValueError does not name the padding.
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    N, C, HP, WP = xp.shape
    O, CK, KH, KW = weight.shape
    if C != CK:
        raise ValueError("channels must be the same")
    if KH > HP or KW > WP:
        raise ValueError("kernel must not be larger than the padded image")
    OH = (HP - KH) // stride + 1
    OW = (WP - KW) // stride + 1
    out = np.zeros((N, O, OH, OW), dtype=x.dtype)
    for u in range(KH):
        for v in range(KW):
            part = xp[:, :, u:u + (OH - 1) * stride + 1:stride, v:v + (OW - 1) * stride + 1:stride]
            out += np.einsum("nchw,oc->nohw", part, weight[:, :, u, v]).astype(x.dtype)
    out += bias.reshape(1, O, 1, 1).astype(x.dtype)
    return out
