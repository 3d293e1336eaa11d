# verdict: wrong
# mistake: The running maximum starts as a slice of x, which is a view, so the winners are written into the input.
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    H, W = x.shape[2:]
    if k < 1 or k > H or k > W:
        raise ValueError("kernel_size does not fit")
    if s < 1:
        raise ValueError("stride must be at least 1")
    OH, OW = (H - k) // s + 1, (W - k) // s + 1
    plane = np.arange(H * W, dtype=np.int64).reshape(H, W)
    y = x[:, :, : s * (OH - 1) + 1 : s, : s * (OW - 1) + 1 : s]
    indices = np.zeros(y.shape, dtype=np.int64)
    indices[...] = plane[: s * (OH - 1) + 1 : s, : s * (OW - 1) + 1 : s]
    for u in range(k):
        for v in range(k):
            rows, cols = slice(u, u + s * (OH - 1) + 1, s), slice(v, v + s * (OW - 1) + 1, s)
            wins = x[:, :, rows, cols] > y
            np.copyto(y, x[:, :, rows, cols], where=wins)
            np.copyto(indices, plane[rows, cols], where=wins)
    return y, indices
