# verdict: passed
# style: exact sums with math.fsum, column by column
import math


def minibatch_variance(grads, batch_size, replace=True):
    n = len(grads)
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if not replace and batch_size > n:
        raise ValueError(f"batch_size is {batch_size}, and there are only {n} samples")
    sigma2 = 0.0
    for column in grads.T.tolist():
        mean = math.fsum(column) / n
        sigma2 += math.fsum((g - mean) ** 2 for g in column) / n
    if replace:
        return sigma2 / batch_size
    if batch_size == n:
        return 0.0
    return sigma2 * (n - batch_size) / (batch_size * (n - 1))
