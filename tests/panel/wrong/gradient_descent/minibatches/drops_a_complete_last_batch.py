# verdict: wrong
# mistake: drop_last leaves out the last batch also when it is complete.
# told: drops_a_complete_batch
import numpy as np


def minibatches(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    n = len(perm)
    if not np.array_equal(np.sort(perm), np.arange(n)):
        raise ValueError("perm must be a permutation of 0..n-1")
    batches = [perm[i:i + batch_size].copy() for i in range(0, n, batch_size)]
    if drop_last:
        batches = batches[:-1]
    return batches
