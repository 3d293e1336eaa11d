# verdict: raised
# mistake: Only weights of two and four axes are handled, so the weight of a 1-D or 3-D convolution gives a broadcasting error.
import torch


def fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    scale = bn_weight / torch.sqrt(running_var + eps)
    if weight.dim() == 2:
        new_weight = weight * scale[:, None]
    else:
        new_weight = weight * scale[:, None, None, None].expand_as(weight)
    b = torch.zeros_like(bn_bias) if bias is None else bias
    return new_weight, (b - running_mean) * scale + bn_bias
