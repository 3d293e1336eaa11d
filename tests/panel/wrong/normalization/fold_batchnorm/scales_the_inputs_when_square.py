# verdict: wrong
# mistake: The scale is broadcast along the last axis whenever the lengths fit, so a square weight is scaled by columns instead of by rows.
import numpy as np


def fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    try:
        new_weight = weight * scale
    except ValueError:
        new_weight = (weight.T * scale).T
    if bias is None:
        bias = np.zeros_like(running_mean)
    return new_weight, (bias - running_mean) * scale + bn_bias
