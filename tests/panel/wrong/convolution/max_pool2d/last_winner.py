# verdict: wrong
# mistake: It compares with >=, so among equal pixels the last one wins instead of the first.
# told: last_maximum_wins
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
    for i in range(OH):
        for j in range(OW):
            for u in range(k):
                for v in range(k):
                    pixel = x[:, :, i * s + u, j * s + v]
                    wins = pixel >= y[:, :, i, j]
                    y[:, :, i, j][wins] = pixel[wins]
                    indices[:, :, i, j][wins] = (i * s + u) * W + j * s + v
    return y, indices
