# verdict: wrong
# mistake: The metric is called with the truth first and the predictions second; the order is predictions, truth.
# told: exchanges_the_arguments_of_the_metric
import numpy as np


def permutation_importance(predict, x, y, metric, perms):
    n_features = x.shape[1]
    base = metric(y, predict(x))
    out = np.zeros(n_features, dtype=x.dtype)
    for d in range(n_features):
        xp = x.copy()
        xp[:, d] = x[perms[d], d]
        out[d] = base - metric(y, predict(xp))
    return out
