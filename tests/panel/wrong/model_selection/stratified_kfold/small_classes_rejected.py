# verdict: raised
# mistake: It raises if no class has as many samples as there are folds, which is allowed.
import numpy as np


def stratified_kfold(y, k):
    _, counts = np.unique(y, return_counts=True)
    if k < 2 or k > len(y):
        raise ValueError("k must be between 2 and n")
    if np.all(counts < k):
        raise ValueError("k cannot be greater than the number of members in each class")
    order = np.argsort(y, kind="stable")
    number = np.empty(len(y), dtype=np.int64)
    number[order] = np.arange(len(y)) % k
    return [(np.where(number != i)[0], np.where(number == i)[0]) for i in range(k)]
