# verdict: wrong
# mistake: `stride or kernel_size` takes a stride of 0 for None, so that the error for stride 0 is never raised.
# told: takes_zero_for_none
import numpy as np


def avg_pool2d(x, kernel_size, stride=None, padding=0, count_include_pad=True):
    k = kernel_size
    stride = stride or k
    N, C, H, W = x.shape
    if k < 1:
        raise ValueError("kernel_size must be >= 1")
    if stride < 1:
        raise ValueError("stride must be >= 1")
    if padding < 0 or 2 * padding > k:
        raise ValueError("padding must be >= 0 and at most half the kernel")
    Hp, Wp = H + 2 * padding, W + 2 * padding
    if k > Hp or k > Wp:
        raise ValueError("kernel_size exceeds the padded image")
    pad = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    xp = np.pad(x, pad)
    mask = np.pad(np.ones_like(x), pad)
    oh, ow = (Hp - k) // stride + 1, (Wp - k) // stride + 1
    out = np.zeros((N, C, oh, ow), dtype=x.dtype)
    for i in range(oh):
        for j in range(ow):
            win = np.s_[:, :, i * stride : i * stride + k, j * stride : j * stride + k]
            total = xp[win].sum(axis=(2, 3))
            count = k * k if count_include_pad else mask[win].sum(axis=(2, 3))
            out[:, :, i, j] = total / count
    return out
