# verdict: passed
# style: NumPy, each table is glued together from column slices, scoring in a closure
import numpy as np


def permutation_importance(predict, x, y, metric, perms):
    def score(table):
        return float(metric(predict(table), y))

    def table_without(d):
        return np.hstack([x[:, :d], np.take(x[:, d : d + 1], perms[d], axis=0), x[:, d + 1 :]])

    reference = score(x)
    losses = [reference - score(table_without(d)) for d in range(x.shape[1])]
    return np.asarray(losses, dtype=x.dtype)
