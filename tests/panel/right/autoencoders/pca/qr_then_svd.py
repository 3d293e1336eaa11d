# verdict: passed
# style: QR of the centred data, SVD of the small triangle, float64 inside
import numpy as np


def pca(x, k):
    n, d = x.shape
    if k < 1 or k > d:
        raise ValueError(f"k must be from 1 to {d}, got {k}")
    wide = x.astype(np.float64)
    mean = wide.mean(axis=0)
    triangle = np.linalg.qr(wide - mean, mode="r")
    _, s, vh = np.linalg.svd(triangle, full_matrices=False)
    components = []
    for v in vh[:k]:
        biggest = max(v, key=abs)
        components.append(-v if biggest < 0 else v)
    mse = sum(float(sj) ** 2 for sj in s[k:]) / (n * d)
    return mean.astype(x.dtype), np.array(components).astype(x.dtype), x.dtype.type(mse)
