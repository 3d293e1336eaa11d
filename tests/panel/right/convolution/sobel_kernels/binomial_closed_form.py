# verdict: passed
# style: exact integers from math.comb in nested lists, cast to float64 at the end
from math import comb

import numpy as np


def sobel_kernels(ksize=3, normalize=False):
    if ksize < 3 or ksize % 2 == 0:
        raise ValueError(f"ksize must be odd and at least 3, got {ksize}")
    smooth = [comb(ksize - 1, i) for i in range(ksize)]
    # (1 + t)^(k-3) (t^2 - 1)
    diff = [(comb(ksize - 3, i - 2) if i >= 2 else 0) - comb(ksize - 3, i) for i in range(ksize)]
    ramp = sum(smooth) * sum(i * d for i, d in enumerate(diff)) if normalize else 1
    kx = np.array([[s * d / ramp for d in diff] for s in smooth], dtype=np.float64)
    ky = np.array([[s * d / ramp for s in smooth] for d in diff], dtype=np.float64)
    return kx, ky
