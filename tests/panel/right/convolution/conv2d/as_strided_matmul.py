# verdict: passed
# style: np.lib.stride_tricks.as_strided with the array's own strides, then a matrix product
import numpy as np


def conv2d(x, weight, bias, stride=1, padding=0):
    N, C, H, W = x.shape
    O, CK, KH, KW = weight.shape
    problems = [
        (stride < 1, "stride must be positive"),
        (padding < 0, "padding must be non-negative"),
        (C != CK, "channels of x and of the filters are not the same"),
        (KH > H + 2 * padding or KW > W + 2 * padding, "kernel too large for the image"),
    ]
    for bad, text in problems:
        if bad:
            raise ValueError(text)

    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH = 1 + (H + 2 * padding - KH) // stride
    OW = 1 + (W + 2 * padding - KW) // stride
    sn, sc, sh, sw = xp.strides
    view = np.lib.stride_tricks.as_strided(
        xp,
        shape=(N, OH, OW, C, KH, KW),
        strides=(sn, sh * stride, sw * stride, sc, sh, sw),
        writeable=False,
    )
    cols = view.reshape(N * OH * OW, C * KH * KW)
    flat = cols @ weight.reshape(O, C * KH * KW).T + bias
    y = flat.reshape(N, OH, OW, O).transpose(0, 3, 1, 2)
    return np.ascontiguousarray(y, dtype=x.dtype)
