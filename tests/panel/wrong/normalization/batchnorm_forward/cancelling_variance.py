# verdict: wrong
# mistake: The variance of the batch is the mean of squares minus the square of the mean, which is lost to cancellation for a large mean.
# told: subtracts_two_moments
import numpy as np


def batchnorm_forward(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    n = len(x)
    if training:
        if n < 2:
            raise ValueError("x: at least two samples needed in training")
        s1 = x.sum(axis=0)
        s2 = (x * x).sum(axis=0)
        mu = s1 / n
        var = np.clip(s2 / n - mu * mu, 0, None)
        new_mean = (1 - momentum) * running_mean + momentum * mu
        new_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    else:
        mu, var = running_mean, running_var
        new_mean, new_var = running_mean.copy(), running_var.copy()
    y = (x - mu) / np.sqrt(var + eps) * weight + bias
    return y, new_mean, new_var
