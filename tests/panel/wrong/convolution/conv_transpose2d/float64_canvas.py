# verdict: wrong
# mistake: The canvas is made by np.zeros without a dtype, so float32 inputs come back as float64.
# told: returns_float64
import numpy as np


def conv_transpose2d(x, weight, bias, stride=1, padding=0, output_padding=0):
    N, Cin, H, W = x.shape
    Cw, Cout, KH, KW = weight.shape
    if stride < 1:
        raise ValueError("stride must be >= 1, got %d" % stride)
    if padding < 0:
        raise ValueError("padding must be >= 0, got %d" % padding)
    if not (0 <= output_padding < stride):
        raise ValueError("output_padding must be in [0, stride), got %d" % output_padding)
    if Cin != Cw:
        raise ValueError("channels: x has %d, weight has %d" % (Cin, Cw))
    ZH = (H - 1) * stride + KH + output_padding
    ZW = (W - 1) * stride + KW + output_padding
    if ZH - 2 * padding < 1 or ZW - 2 * padding < 1:
        raise ValueError("padding leaves no output")
    z = np.zeros((N, Cout, ZH, ZW))
    for i in range(H):
        for j in range(W):
            r, q = i * stride, j * stride
            z[:, :, r : r + KH, q : q + KW] += np.tensordot(x[:, :, i, j], weight, axes=(1, 0))
    z += bias.reshape(1, Cout, 1, 1)
    return z[:, :, padding : ZH - padding, padding : ZW - padding].copy()
