# verdict: wrong
# mistake: Sample pi(n) receives the value of sample n, the inverse permutation; sample n should receive the value of sample pi(n).
# told: inverts_the_permutation
import numpy as np


def permutation_importance(predict, x, y, metric, perms):
    base = metric(predict(x), y)
    result = np.empty(x.shape[1], dtype=x.dtype)
    for d in range(x.shape[1]):
        table = x.copy()
        table[perms[d], d] = x[:, d]
        result[d] = base - metric(predict(table), y)
    return result
