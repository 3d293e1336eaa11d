# verdict: passed
# style: im2col with a table of flat positions and fancy indexing
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    N, C, H, W = x.shape
    if kernel_size < 1 or kernel_size > H or kernel_size > W:
        raise ValueError(f"kernel_size={kernel_size} is not possible for images of {H}x{W}")
    if stride is None:
        stride = kernel_size
    elif stride < 1:
        raise ValueError(f"stride={stride} is below 1")
    top = np.arange(0, H - kernel_size + 1, stride)
    left = np.arange(0, W - kernel_size + 1, stride)
    offset = np.arange(kernel_size)
    r = top[:, None, None, None] + offset[None, None, :, None]
    q = left[None, :, None, None] + offset[None, None, None, :]
    table = (r * W + q).reshape(len(top), len(left), kernel_size**2)
    patches = x.reshape(N, C, H * W)[:, :, table]
    best = np.argmax(patches, axis=4)
    indices = table[np.arange(len(top))[:, None], np.arange(len(left))[None, :], best]
    return np.max(patches, axis=4), indices.astype(np.int64)
