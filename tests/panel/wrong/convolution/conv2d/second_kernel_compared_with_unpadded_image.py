# verdict: raised
# mistake: The kernel is compared with the bare image instead of the padded one, so a 3x3 kernel on a 2x2 image with padding 1 is refused although it fits.
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    n, c, h, w = x.shape
    o, c2, kh, kw = weight.shape
    if c != c2:
        raise ValueError("channels differ")
    if kh > h or kw > w:
        raise ValueError("kernel is larger than the image")
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (x.shape[2] - kh) // stride + 1
    ow = (x.shape[3] - kw) // stride + 1
    y = np.empty((n, o, oh, ow), x.dtype)
    for i in range(oh):
        for j in range(ow):
            block = x[:, None, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            y[:, :, i, j] = (block * weight).sum(axis=(2, 3, 4)) + bias
    return y
