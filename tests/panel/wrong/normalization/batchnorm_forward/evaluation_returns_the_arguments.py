# verdict: wrong
# mistake: In evaluation the very arrays running_mean and running_var are returned instead of new ones.
# told: returns_the_memory_itself
import numpy as np


def batchnorm_forward(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if training:
        n = x.shape[0]
        if n < 2:
            raise ValueError(f"x has {n} samples, training needs two or more")
        mu = x.mean(axis=0)
        var = ((x - mu) ** 2).mean(axis=0)
        running_mean = (1 - momentum) * running_mean + momentum * mu
        running_var = (1 - momentum) * running_var + momentum * (n / (n - 1)) * var
    else:
        mu, var = running_mean, running_var
    y = weight * (x - mu) / np.sqrt(var + eps) + bias
    return y, running_mean, running_var
