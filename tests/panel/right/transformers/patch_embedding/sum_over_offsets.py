# verdict: passed
# style: NumPy, one strided slice per pixel of the patch, written straight into the result
import numpy as np


def patch_embedding(x, weight, bias, cls_token, position):
    n, _, height, width = x.shape
    d, _, p, _ = weight.shape
    if height % p or width % p:
        raise ValueError(f"x: height {height} and width {width} must be multiples of {p}")
    grid = np.zeros((n, height // p, width // p, d), dtype=x.dtype)
    for u in range(p):
        for v in range(p):
            grid += np.einsum("ncij,dc->nijd", x[:, :, u::p, v::p], weight[:, :, u, v])
    y = np.empty((n, 1 + grid.shape[1] * grid.shape[2], d), dtype=x.dtype)
    y[:, 0] = cls_token
    y[:, 1:] = grid.reshape(n, y.shape[1] - 1, d) + bias
    return y + position
