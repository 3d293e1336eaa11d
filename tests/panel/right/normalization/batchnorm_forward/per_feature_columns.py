# verdict: passed
# style: helper that treats one column at a time in double precision, loop over the features
import numpy as np


def _column_stats(col):
    ref = col[0]
    rest = col - ref
    shift = rest.sum() / len(col)
    centred = rest - shift
    return ref + shift, centred, (centred @ centred) / len(col)


def batchnorm_forward(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    n, d = x.shape
    if training and n < 2:
        raise ValueError("x needs at least two samples in training, got %d" % n)
    y = np.empty_like(x)
    new_mean = running_mean.copy()
    new_var = running_var.copy()
    for j in range(d):
        col = x[:, j].astype(np.float64)
        if training:
            mu, centred, var = _column_stats(col)
            new_mean[j] = (1 - momentum) * float(running_mean[j]) + momentum * mu
            new_var[j] = (1 - momentum) * float(running_var[j]) + momentum * var * n / (n - 1)
        else:
            centred = col - float(running_mean[j])
            var = float(running_var[j])
        y[:, j] = centred / np.sqrt(var + eps) * float(weight[j]) + float(bias[j])
    return y, new_mean, new_var
