# verdict: passed
# style: torch, scale by einsum over the first axis, bias None as zeros of the right dtype
import torch


def fold_batchnorm(weight, bias, bn_weight, bn_bias, running_mean, running_var, eps=1e-5):
    if bias is None:
        bias = torch.zeros_like(running_mean)
    gain = bn_weight * torch.rsqrt(running_var + eps)
    new_weight = torch.einsum("o,o...->o...", gain, weight)
    new_bias = torch.addcmul(bn_bias, bias - running_mean, gain)
    return new_weight, new_bias
