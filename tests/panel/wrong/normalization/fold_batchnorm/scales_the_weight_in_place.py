# verdict: wrong
# mistake: The weight is scaled in place, filter by filter, so the caller's layer is changed.
# told: overwrites_the_weight
import numpy as np


def fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = bn_weight / np.sqrt(running_var + eps)
    for o, s in enumerate(scale):
        weight[o] *= s
    shift = bn_bias - running_mean * scale
    if bias is not None:
        shift = shift + bias * scale
    return weight, shift
