# verdict: wrong
# mistake: The training set begins behind the fold and wraps around, so it is not in the order of perm.
# told: turns_the_training_data
import numpy as np


def kfold_indices(perm, k):
    n = len(perm)
    if not (2 <= k <= n):
        raise ValueError("k out of range")
    sizes = [n // k + (i < n % k) for i in range(k)]
    rest = perm
    result = []
    for size in sizes:
        val, train = rest[:size].copy(), rest[size:].copy()
        result.append((train, val))
        rest = np.roll(rest, -size)
    return result
