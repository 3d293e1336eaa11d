# verdict: wrong
# mistake: The summed-area table is kept in the dtype of x, so that in float32 the means of a large image are differences of huge sums and lose most of their digits.
import numpy as np


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k = kernel_size
    s = k if stride is None else stride
    N, C, H, W = x.shape
    if k < 1:
        raise ValueError("kernel_size must be at least 1")
    if s < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0 or 2 * padding > k:
        raise ValueError("padding must be from 0 to half of the kernel")
    p = padding
    if k > H + 2 * p or k > W + 2 * p:
        raise ValueError("kernel_size is larger than the padded image")

    def box(a):
        table = np.zeros((a.shape[0], a.shape[1], H + 2 * p + 1, W + 2 * p + 1), dtype=x.dtype)
        table[:, :, 1 + p : 1 + p + H, 1 + p : 1 + p + W] = a
        table = table.cumsum(axis=2).cumsum(axis=3)
        full = table[:, :, k:, k:] - table[:, :, :-k, k:] - table[:, :, k:, :-k] + table[:, :, :-k, :-k]
        return full[:, :, ::s, ::s]

    total = box(x)
    if count_include_pad:
        return total / x.dtype.type(k * k)
    return total / box(np.ones((1, 1, H, W), dtype=x.dtype))
