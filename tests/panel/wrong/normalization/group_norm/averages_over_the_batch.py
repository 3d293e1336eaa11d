# verdict: wrong
# mistake: Mean and variance of a group are taken over the whole batch as well, as in batch norm, which is only right for one sample.
# told: averages_over_the_batch
import numpy as np


def group_norm(x, num_groups, weight, bias, eps=1e-5):
    n, c = x.shape[:2]
    if num_groups < 1 or c % num_groups:
        raise ValueError("num_groups must be a positive divisor of the number of channels")
    g = x.reshape(n, num_groups, c // num_groups, -1)
    mu = g.mean(axis=(0, 2, 3), keepdims=True)
    var = g.var(axis=(0, 2, 3), keepdims=True)
    y = ((g - mu) / np.sqrt(var + eps)).reshape(x.shape)
    shape = (1, c) + (1,) * (x.ndim - 2)
    return y * weight.reshape(shape) + bias.reshape(shape)
