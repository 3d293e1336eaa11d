# verdict: wrong
# mistake: the variance is the mean square minus the squared mean, which cancels when the mean is large.
# told: subtracts_squares
import numpy as np


def minibatch_variance(grads, batch_size, replace=True):
    n = grads.shape[0]
    if batch_size < 1 or (not replace and batch_size > n):
        raise ValueError(f"batch_size of {batch_size} is not possible")
    g = grads.astype(np.float64)
    sigma2 = (g ** 2).sum(axis=1).mean() - (g.mean(axis=0) ** 2).sum()
    v = sigma2 / batch_size
    if not replace:
        v = v * (n - batch_size) / (n - 1) if n > 1 else 0.0
    return v
