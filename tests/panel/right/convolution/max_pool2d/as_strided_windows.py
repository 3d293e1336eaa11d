# verdict: passed
# style: np.lib.stride_tricks.as_strided on a contiguous copy, loop over window cells
import numpy as np
from numpy.lib.stride_tricks import as_strided


def max_pool2d(x, kernel_size, stride=None):
    k, s = kernel_size, (kernel_size if stride is None else stride)
    n, c, h, w = x.shape
    if k < 1 or k > h or k > w:
        raise ValueError("kernel_size must be in 1..min(H, W)")
    if s < 1:
        raise ValueError("stride must be >= 1")
    shape = (n, c, (h - k) // s + 1, (w - k) // s + 1, k, k)
    xc = np.ascontiguousarray(x)
    sn, sc, sh, sw = xc.strides
    win = as_strided(xc, shape, (sn, sc, sh * s, sw * s, sh, sw), writeable=False)
    y = win.max(axis=(4, 5))
    indices = np.full(y.shape, -1, dtype=np.int64)
    i = s * np.arange(shape[2], dtype=np.int64).reshape(-1, 1)
    j = s * np.arange(shape[3], dtype=np.int64)
    for u in reversed(range(k)):
        for v in reversed(range(k)):
            hit = win[..., u, v] == y
            indices = np.where(hit, (i + u) * w + (j + v), indices)
    return y, indices
