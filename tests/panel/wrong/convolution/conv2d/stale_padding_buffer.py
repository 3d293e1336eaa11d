# verdict: wrong
# mistake: The padded buffer is kept between calls by its shape and only its inside is overwritten, so the border may hold pixels of an earlier call instead of zeros.
import numpy as np

_buffers = {}


def _padded(x, p):
    n, c, h, w = x.shape
    key = (n, c, h + 2 * p, w + 2 * p, x.dtype.str)
    if key not in _buffers:
        _buffers[key] = np.zeros(key[:4], dtype=x.dtype)
    buf = _buffers[key]
    buf[:, :, p:p + h, p:p + w] = x
    return buf


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight differ in channels")
    kh, kw = weight.shape[2:]
    if kh > x.shape[2] + 2 * padding or kw > x.shape[3] + 2 * padding:
        raise ValueError("kernel does not fit")
    xp = _padded(x, padding)
    oh = (xp.shape[2] - kh) // stride + 1
    ow = (xp.shape[3] - kw) // stride + 1
    out = np.empty((x.shape[0], weight.shape[0], oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            win = xp[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[:, :, i, j] = np.einsum("ncuv,ocuv->no", win, weight) + bias
    return out
