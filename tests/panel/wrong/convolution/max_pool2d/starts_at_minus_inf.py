# verdict: wrong
# mistake: The running maximum starts at -inf with a strict comparison, so a window of -inf only keeps index 0 instead of its first pixel.
# told: starts_from_minus_infinity
import numpy as np


def max_pool2d(x, kernel_size, stride=None):
    k = kernel_size
    s = k if stride is None else stride
    N, C, H, W = x.shape
    if k < 1 or k > H or k > W:
        raise ValueError("kernel_size does not fit")
    if s < 1:
        raise ValueError("stride must be at least 1")
    OH, OW = (H - k) // s + 1, (W - k) // s + 1
    y = np.full((N, C, OH, OW), -np.inf, dtype=x.dtype)
    indices = np.zeros((N, C, OH, OW), dtype=np.int64)
    for n in range(N):
        for c in range(C):
            for i in range(OH):
                for j in range(OW):
                    for u in range(k):
                        for v in range(k):
                            r, q = i * s + u, j * s + v
                            if x[n, c, r, q] > y[n, c, i, j]:
                                y[n, c, i, j] = x[n, c, r, q]
                                indices[n, c, i, j] = r * W + q
    return y, indices
