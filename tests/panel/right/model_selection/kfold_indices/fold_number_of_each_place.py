# verdict: passed
# style: a fold number for each place, then boolean masks
import numpy as np


def kfold_indices(perm, k):
    n = perm.shape[0]
    if not 2 <= k <= n:
        raise ValueError(f"k has to be from 2 to {n}, not {k}")
    sizes = np.full(k, n // k)
    sizes[: n % k] += 1
    number = np.repeat(np.arange(k), sizes)
    return [(perm[number != i], perm[number == i]) for i in range(k)]
