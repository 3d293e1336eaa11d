# verdict: passed
# style: loop over output pixels, tensordot of the window with all filters at once
import numpy as np


def _check(x, weight, stride, padding):
    if stride < 1:
        raise ValueError(f"stride is {stride}, must be >= 1")
    if padding < 0:
        raise ValueError(f"padding is {padding}, must be >= 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError(f"x has {x.shape[1]} channels, weight has {weight.shape[1]}")
    if any(k > s + 2 * padding for k, s in zip(weight.shape[2:], x.shape[2:])):
        raise ValueError(f"kernel {weight.shape[2:]} does not fit into the padded image")


def conv2d(x, weight, bias, stride=1, padding=0):
    _check(x, weight, stride, padding)
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    kh, kw = weight.shape[2:]
    oh = (xp.shape[2] - kh) // stride + 1
    ow = (xp.shape[3] - kw) // stride + 1
    out = np.empty((x.shape[0], weight.shape[0], oh, ow), x.dtype)
    for i in range(oh):
        for j in range(ow):
            r, q = i * stride, j * stride
            win = xp[:, :, r:r + kh, q:q + kw]
            out[:, :, i, j] = np.tensordot(win, weight, axes=([1, 2, 3], [1, 2, 3])) + bias
    return out
