# verdict: wrong
# mistake: A learnt scale of zero is replaced by one as if it were missing, instead of silencing the channel.
import torch


def fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    gamma = torch.where(bn_weight == 0, torch.ones_like(bn_weight), bn_weight)
    factor = gamma / (running_var + eps).sqrt()
    shape = [-1] + [1] * (weight.dim() - 1)
    w = weight * factor.view(shape)
    b = -running_mean if bias is None else bias - running_mean
    return w, b * factor + bn_bias
