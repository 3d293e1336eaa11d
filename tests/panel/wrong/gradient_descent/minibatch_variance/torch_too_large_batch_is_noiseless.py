# verdict: wrong
# mistake: a batch_size above n without replacement is not rejected but gets a variance of 0.
# told: lets_a_large_batch_pass
import torch


def minibatch_variance(grads, batch_size, replace=True):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    n = grads.shape[0]
    centred = grads - grads.mean(dim=0)
    variance = torch.sum(centred * centred) / n / batch_size
    if not replace:
        if batch_size >= n:
            return torch.zeros_like(variance)
        variance = variance * (n - batch_size) / (n - 1)
    return variance
