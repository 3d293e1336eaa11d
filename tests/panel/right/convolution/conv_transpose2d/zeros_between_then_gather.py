# verdict: passed
# style: zeros between the pixels, then an ordinary correlation with the turned kernel (sliding windows, einsum)
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv_transpose2d(x, weight, bias, stride=1, padding=0, output_padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if not 0 <= output_padding < stride:
        raise ValueError("output_padding must be at least 0 and below the step")
    if x.shape[1] != weight.shape[0]:
        raise ValueError("the input channels of x and weight differ")
    n, c, h, w = x.shape
    _, o, kh, kw = weight.shape
    oh = (h - 1) * stride - 2 * padding + kh + output_padding
    ow = (w - 1) * stride - 2 * padding + kw + output_padding
    if oh < 1 or ow < 1:
        raise ValueError("padding leaves no pixel of the output")

    rows = (h - 1) * stride + 1 + output_padding + 2 * (kh - 1)
    cols = (w - 1) * stride + 1 + output_padding + 2 * (kw - 1)
    spread = np.zeros((n, c, rows, cols), dtype=x.dtype)
    top, left = kh - 1, kw - 1
    spread[:, :, top : top + (h - 1) * stride + 1 : stride, left : left + (w - 1) * stride + 1 : stride] = x
    windows = sliding_window_view(spread, (kh, kw), axis=(2, 3))
    windows = windows[:, :, padding : padding + oh, padding : padding + ow]
    y = np.einsum("ncijuv,couv->noij", windows, weight[:, :, ::-1, ::-1], optimize=True)
    return (y + bias[:, None, None]).astype(x.dtype)
