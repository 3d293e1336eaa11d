# verdict: passed
# style: two one-dimensional passes with strided slices, pixel counts as an outer product
import numpy as np


def _sum_axis(a, axis, k, s, out):
    total = 0
    for t in range(k):
        idx = [slice(None)] * a.ndim
        idx[axis] = slice(t, t + s * (out - 1) + 1, s)
        total = total + a[tuple(idx)]
    return total


def _inside(n, k, s, p, out):
    start = np.arange(out) * s - p
    return np.minimum(start + k, n) - np.maximum(start, 0)


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k, p = kernel_size, padding
    s = k if stride is None else stride
    n, c, h, w = x.shape
    if k < 1:
        raise ValueError("kernel_size must be at least 1")
    if s < 1:
        raise ValueError("stride must be at least 1")
    if p < 0 or 2 * p > k:
        raise ValueError("padding must lie between 0 and half of the window")
    if k > min(h, w) + 2 * p:
        raise ValueError("kernel_size is larger than the padded image")
    oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1

    big = np.zeros((n, c, h + 2 * p, w + 2 * p))
    big[:, :, p : p + h, p : p + w] = x
    total = _sum_axis(_sum_axis(big, 2, k, s, oh), 3, k, s, ow)
    if count_include_pad:
        area = float(k * k)
    else:
        area = np.outer(_inside(h, k, s, p, oh), _inside(w, k, s, p, ow))
    return (total / area).astype(x.dtype)
