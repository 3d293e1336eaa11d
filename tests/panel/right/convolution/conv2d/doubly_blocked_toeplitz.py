# verdict: passed
# style: writes the layer as one big matrix acting on the flattened image
import numpy as np


def conv_matrix(weight, hp, wp, oh, ow, stride):
    O, C, KH, KW = weight.shape
    M = np.zeros((O, oh, ow, C, hp, wp), dtype=weight.dtype)
    for i in range(oh):
        for j in range(ow):
            a, b = i * stride, j * stride
            M[:, i, j, :, a:a + KH, b:b + KW] = weight
    return M.reshape(O * oh * ow, C * hp * wp)


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError(f"stride={stride}")
    if padding < 0:
        raise ValueError(f"padding={padding}")
    n, c, h, w = x.shape
    o, c_w, kh, kw = weight.shape
    if c != c_w:
        raise ValueError(f"channels: {c} != {c_w}")
    hp = h + padding + padding
    wp = w + padding + padding
    if kh > hp or kw > wp:
        raise ValueError(f"kernel {kh}x{kw} > padded image {hp}x{wp}")
    xp = np.zeros((n, c, hp, wp), dtype=x.dtype)
    xp[:, :, padding:hp - padding, padding:wp - padding] = x
    oh = (hp - kh) // stride + 1
    ow = (wp - kw) // stride + 1
    M = conv_matrix(weight, hp, wp, oh, ow, stride)
    y = (xp.reshape(n, c * hp * wp) @ M.T).reshape(n, o, oh, ow)
    return (y + bias[None, :, None, None]).astype(x.dtype)
