# verdict: passed
# style: a generator of strided patches, tensordot with the filters, list turned into an array
import numpy as np


def _patches(xp, kh, kw, s, d, oh, ow):
    for i in range(oh):
        for j in range(ow):
            yield xp[:, :, i * s : i * s + d * (kh - 1) + 1 : d, j * s : j * s + d * (kw - 1) + 1 : d]


def dilated_conv2d(x, weight, bias, stride=1, padding=0, dilation=1):
    for name, number, least in (("stride", stride, 1), ("dilation", dilation, 1), ("padding", padding, 0)):
        if number < least:
            raise ValueError(f"{name} must be at least {least}, got {number}")
    n, c, h, w = x.shape
    o, wc, kh, kw = weight.shape
    if wc != c:
        raise ValueError(f"x has {c} channels, the filters have {wc} channels")
    room_h = h + 2 * padding - dilation * (kh - 1) - 1
    room_w = w + 2 * padding - dilation * (kw - 1) - 1
    if room_h < 0 or room_w < 0:
        raise ValueError("the kernel spans more than the padded image")
    oh, ow = room_h // stride + 1, room_w // stride + 1
    xp = np.zeros((n, c, h + 2 * padding, w + 2 * padding), dtype=x.dtype)
    xp[:, :, padding : padding + h, padding : padding + w] = x
    pixels = [np.tensordot(p, weight, axes=([1, 2, 3], [1, 2, 3])) for p in _patches(xp, kh, kw, stride, dilation, oh, ow)]
    y = np.array(pixels).reshape(oh, ow, n, o).transpose(2, 3, 0, 1)
    return np.ascontiguousarray(y + bias[None, :, None, None]).astype(x.dtype)
