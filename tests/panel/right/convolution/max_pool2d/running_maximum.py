# verdict: passed
# style: loop over the k*k offsets, running maximum over shifted strided slices with np.where
import numpy as np


def _check(k, s, h, w):
    if not 1 <= k <= min(h, w):
        raise ValueError("kernel_size out of range")
    if s < 1:
        raise ValueError("stride out of range")


def max_pool2d(x, kernel_size, stride=None):
    stride = kernel_size if stride is None else stride
    height, width = x.shape[-2], x.shape[-1]
    _check(kernel_size, stride, height, width)
    oh = (height - kernel_size) // stride + 1
    ow = (width - kernel_size) // stride + 1
    positions = np.arange(height * width, dtype=np.int64).reshape(height, width)

    def cut(a, u, v):
        return a[..., u : u + stride * (oh - 1) + 1 : stride, v : v + stride * (ow - 1) + 1 : stride]

    y = cut(x, 0, 0).copy()
    idx = np.broadcast_to(cut(positions, 0, 0), y.shape).copy()
    for u in range(kernel_size):
        for v in range(kernel_size):
            candidate = cut(x, u, v)
            better = candidate > y
            y = np.where(better, candidate, y)
            idx = np.where(better, cut(positions, u, v), idx)
    return y, idx
