# verdict: wrong
# mistake: The variance is the mean of squares minus the squared mean, so nothing is left of it when the mean is far larger than the spread.
# told: subtracts_two_moments
import torch


def group_norm(x, num_groups, weight, bias, eps=1e-5):
    c = x.shape[1]
    if num_groups < 1 or c % num_groups:
        raise ValueError("num_groups has to divide the number of channels")
    g = x.reshape(x.shape[0], num_groups, -1)
    mean = g.mean(-1, keepdim=True)
    var = (g.pow(2).mean(-1, keepdim=True) - mean.pow(2)).clamp(min=0)
    y = ((g - mean) * torch.rsqrt(var + eps)).reshape(x.shape)
    shape = [1, c] + [1] * (x.dim() - 2)
    return y * weight.view(shape) + bias.view(shape)
