# verdict: passed
# style: one output channel after another, results stacked from lists
import numpy as np


def fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    filters, offsets = [], []
    for o in range(weight.shape[0]):
        gain = bn_weight[o] / np.sqrt(running_var[o] + eps)
        b = 0 if bias is None else bias[o]
        filters.append(gain * weight[o])
        offsets.append(gain * (b - running_mean[o]) + bn_bias[o])
    return np.stack(filters).astype(weight.dtype), np.array(offsets, dtype=weight.dtype)
