# verdict: passed
# style: one strided slice of the padded image per kernel tap, mixed over channels with tensordot
import numpy as np


def _check(x, weight, stride, padding):
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0:
        raise ValueError("padding must be >= 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("x and weight disagree on the number of channels")
    for axis in (2, 3):
        if weight.shape[axis] > x.shape[axis] + 2 * padding:
            raise ValueError("kernel exceeds the padded image")


def conv2d(x, weight, bias, stride=1, padding=0):
    _check(x, weight, stride, padding)
    kh, kw = weight.shape[2:]
    h, w = (side + 2 * padding for side in x.shape[2:])
    last_i, last_j = h - kh + 1, w - kw + 1
    canvas = np.zeros(x.shape[:2] + (h, w), dtype=x.dtype)
    canvas[:, :, padding : h - padding, padding : w - padding] = x
    total = 0
    for u, v in np.ndindex(kh, kw):
        seen = canvas[:, :, u : u + last_i : stride, v : v + last_j : stride]
        total = total + np.tensordot(weight[:, :, u, v], seen, axes=(1, 1))  # O N OH OW
    return np.ascontiguousarray(np.moveaxis(total + bias[:, None, None, None], 0, 1))
