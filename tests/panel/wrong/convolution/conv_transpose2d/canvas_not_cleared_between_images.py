# verdict: wrong
# mistake: The canvas is made once, before the loop over the images, and never cleared, so every image also shows the stamps of those before it.
import numpy as np


def conv_transpose2d(x, weight, bias, stride=1, padding=0, output_padding=0):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if output_padding < 0 or output_padding >= stride:
        raise ValueError("output_padding must be >= 0 and < stride")
    N, C, H, W = x.shape
    if weight.shape[0] != C:
        raise ValueError("channels of x and weight do not match")
    O, KH, KW = weight.shape[1:]
    ZH = (H - 1) * stride + KH + output_padding
    ZW = (W - 1) * stride + KW + output_padding
    OH, OW = ZH - 2 * padding, ZW - 2 * padding
    if OH < 1 or OW < 1:
        raise ValueError("padding is too large, no output is left")
    out = np.empty((N, O, OH, OW), dtype=x.dtype)
    z = np.zeros((O, ZH, ZW), dtype=x.dtype)
    for n in range(N):
        for i in range(H):
            for j in range(W):
                stamp = np.tensordot(x[n, :, i, j], weight, axes=1)
                z[:, i * stride : i * stride + KH, j * stride : j * stride + KW] += stamp
        out[n] = z[:, padding : padding + OH, padding : padding + OW] + bias.reshape(-1, 1, 1)
    return out
