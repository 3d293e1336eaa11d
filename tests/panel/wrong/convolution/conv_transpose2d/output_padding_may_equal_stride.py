# verdict: wrong
# mistake: The check has > for >=, so an output_padding as large as the stride is accepted, where it must be below the stride.
import numpy as np


def conv_transpose2d(x, weight, bias, stride=1, padding=0, output_padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must not be negative")
    if output_padding < 0 or output_padding > stride:
        raise ValueError("output_padding must be at least 0 and below stride")
    if x.shape[1] != weight.shape[0]:
        raise ValueError("channels differ")
    n, c, h, w = x.shape
    _, o, kh, kw = weight.shape
    zh = (h - 1) * stride + kh + output_padding
    zw = (w - 1) * stride + kw + output_padding
    if min(zh, zw) <= 2 * padding:
        raise ValueError("padding leaves no pixel")
    z = np.zeros((n, o, zh, zw), dtype=x.dtype)
    cols = np.einsum("ncij,couv->nouvij", x, weight)
    for u in range(kh):
        for v in range(kw):
            z[:, :, u : u + h * stride - stride + 1 : stride, v : v + w * stride - stride + 1 : stride] += cols[:, :, u, v]
    return z[:, :, padding : zh - padding, padding : zw - padding] + bias[None, :, None, None]
