# verdict: wrong
# mistake: A single sample in training is not rejected; the factor N/(N-1) is merely guarded, and the output is the bias.
import numpy as np


def batchnorm_forward(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if training:
        n = x.shape[0]
        mu = np.mean(x, axis=0)
        var = np.var(x, axis=0)
        unbiased = var * n / max(n - 1, 1)
        new_mean = (1 - momentum) * running_mean + momentum * mu
        new_var = (1 - momentum) * running_var + momentum * unbiased
    else:
        mu, var = running_mean, running_var
        new_mean, new_var = np.array(running_mean), np.array(running_var)
    y = (x - mu) / np.sqrt(var + eps) * weight + bias
    return y, new_mean, new_var
