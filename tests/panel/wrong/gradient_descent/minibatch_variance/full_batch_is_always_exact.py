# verdict: wrong
# mistake: a batch of n samples gets 0 also with replacement, where rows are drawn twice and the noise stays.
import numpy as np


def minibatch_variance(grads, batch_size, replace=True):
    n = grads.shape[0]
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    if batch_size > n and not replace:
        raise ValueError("batch_size is larger than n")
    if batch_size == n:
        return 0.0
    centred = grads - grads.mean(axis=0)
    total = np.mean((centred ** 2).sum(axis=1)) / batch_size
    return total if replace else total * (n - batch_size) / (n - 1)
