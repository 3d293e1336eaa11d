# verdict: wrong
# mistake: All folds have the size ceil(n / k), so that the last is too small or even empty.
# told: rounds_the_sizes_up
import math

import numpy as np


def kfold_indices(perm, k):
    n = len(perm)
    if k < 2 or k > n:
        raise ValueError(f"k must be between 2 and {n}")
    size = math.ceil(n / k)
    out = []
    for i in range(k):
        lo, hi = i * size, min((i + 1) * size, n)
        out.append((np.concatenate([perm[:lo], perm[hi:]]), perm[lo:hi].copy()))
    return out
