# verdict: passed
# style: five loops in plain Python, argmax of the flattened window, divmod
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    if stride is None:
        stride = kernel_size
    k = kernel_size
    N, C, H, W = x.shape
    if k < 1:
        raise ValueError("kernel_size has to be at least 1")
    if k > H or k > W:
        raise ValueError("kernel_size is larger than the image")
    if stride < 1:
        raise ValueError("stride has to be at least 1")
    tops, lefts = range(0, H - k + 1, stride), range(0, W - k + 1, stride)
    y = np.empty((N, C, len(tops), len(lefts)), dtype=x.dtype)
    where = np.empty(y.shape, dtype=np.int64)
    for n in range(N):
        for c in range(C):
            plane = x[n, c]
            for i, r in enumerate(tops):
                for j, q in enumerate(lefts):
                    u, v = divmod(int(np.argmax(plane[r:r + k, q:q + k])), k)
                    y[n, c, i, j] = plane[r + u, q + v]
                    where[n, c, i, j] = (r + u) * W + q + v
    return y, where
