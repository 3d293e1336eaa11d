# verdict: wrong
# mistake: A missing bias becomes float64 zeros, so with float32 arrays the new bias has the wrong dtype.
import numpy as np


def fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    out_channels = weight.shape[0]
    if bias is None:
        bias = np.zeros(out_channels)
    scale = bn_weight / np.sqrt(running_var + eps)
    new_weight = weight * scale.reshape((out_channels,) + (1,) * (weight.ndim - 1))
    new_bias = scale * (bias - running_mean) + bn_bias
    return new_weight, new_bias
