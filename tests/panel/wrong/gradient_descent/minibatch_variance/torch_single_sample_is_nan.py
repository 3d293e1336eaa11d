# verdict: wrong
# mistake: a single sample without replacement gives 0/0, which is nan instead of 0.
# told: divides_zero_by_zero
import torch


def minibatch_variance(grads, batch_size, replace=True):
    n = grads.shape[0]
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    if not replace and batch_size > n:
        raise ValueError("batch_size must not exceed n without replacement")
    sigma2 = torch.var(grads, dim=0, correction=0).sum()
    if replace:
        return sigma2 / batch_size
    correction = torch.tensor(n - batch_size, dtype=torch.float64) / torch.tensor(n - 1, dtype=torch.float64)
    return sigma2 / batch_size * correction.to(grads.dtype)
