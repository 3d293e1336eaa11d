# verdict: wrong
# mistake: Negative importances are cut off at zero, but a negative number is to be kept: the model does better without the true values.
import numpy as np


def permutation_importance(predict, x, y, metric, perms):
    base = metric(predict(x), y)
    drops = []
    for d, perm in enumerate(perms):
        table = np.array(x)
        table[:, d] = table[perm, d]
        drops.append(max(0.0, base - metric(predict(table), y)))
    return np.array(drops, dtype=x.dtype)
