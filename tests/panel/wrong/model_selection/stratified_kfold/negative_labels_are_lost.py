# verdict: wrong
# mistake: It goes through the labels from 0 up, and samples with a negative label never get into a fold.
import numpy as np


def stratified_kfold(y, k):
    n = y.size
    if k < 2 or k > n:
        raise ValueError("k: need 2 <= k <= n")
    folds = [[] for _ in range(k)]
    r = 0
    for label in range(int(y.max()) + 1):
        for i in np.flatnonzero(y == label):
            folds[r % k].append(i)
            r += 1
    out = []
    for val in folds:
        mask = np.zeros(n, dtype=bool)
        mask[np.array(val, dtype=np.int64)] = True
        out.append((np.flatnonzero(~mask), np.flatnonzero(mask)))
    return out
