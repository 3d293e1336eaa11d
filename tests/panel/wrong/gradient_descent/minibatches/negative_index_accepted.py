# verdict: wrong
# mistake: perm is only checked for repetitions and for numbers that are too large, so a negative number passes.
import numpy as np


def minibatches(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    n = perm.size
    if n > 0 and (np.unique(perm).size != n or perm.max() >= n):
        raise ValueError("perm must be a permutation")
    stop = n - n % batch_size if drop_last else n
    return [np.array(perm[i:min(i + batch_size, stop)]) for i in range(0, stop, batch_size)]
