# verdict: wrong
# mistake: the mean is taken over all entries instead of over the samples for each coordinate.
# told: subtracts_one_mean_for_all
import numpy as np


def minibatch_variance(grads, batch_size, replace=True):
    n = len(grads)
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    if batch_size > n and not replace:
        raise ValueError("batch_size must be at most n without replacement")
    deviations = grads - grads.mean()
    sigma2 = np.sum(deviations ** 2) / n
    if replace:
        return sigma2 / batch_size
    if n == 1:
        return 0.0
    return sigma2 / batch_size * (n - batch_size) / (n - 1)
