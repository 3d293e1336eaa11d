# verdict: passed
# style: three index arrays (channel, row, column) and one fancy indexing
import numpy as np


def im2col(x, kernel_size, stride=1, padding=0):
    kh, kw = kernel_size
    n, c, h, w = x.shape
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    hp, wp = h + 2 * padding, w + 2 * padding
    if min(kh, kw) < 1 or kh > hp or kw > wp:
        raise ValueError(f"kernel_size {kernel_size} does not fit into {hp} x {wp} pixels")
    oh, ow = (hp - kh) // stride + 1, (wp - kw) // stride + 1
    xp = np.zeros((n, c, hp, wp), dtype=x.dtype)
    xp[:, :, padding : hp - padding, padding : wp - padding] = x

    line = np.arange(c * kh * kw)[:, None]
    place = np.arange(oh * ow)[None, :]
    channel = line // (kh * kw)
    row = line // kw % kh + stride * (place // ow)
    col = line % kw + stride * (place % ow)
    return xp[:, channel, row, col]
