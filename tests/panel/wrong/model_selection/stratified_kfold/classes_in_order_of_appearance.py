# verdict: wrong
# mistake: The classes are dealt in the order of their first appearance and not from the smallest label up.
# told: takes_classes_as_they_come
import numpy as np


def stratified_kfold(y, k):
    n = len(y)
    if not 2 <= k <= n:
        raise ValueError(f"k must be in [2, {n}]")
    groups = {}
    for i, label in enumerate(y.tolist()):
        groups.setdefault(label, []).append(i)
    order = np.array([i for members in groups.values() for i in members])
    folds = [np.sort(order[f::k]) for f in range(k)]
    return [(np.setdiff1d(np.arange(n), val), val) for val in folds]
