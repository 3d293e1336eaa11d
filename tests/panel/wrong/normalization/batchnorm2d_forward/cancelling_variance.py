# verdict: wrong
# mistake: The variance is computed as E[x^2] - E[x]^2, which loses everything when the mean is far larger than the spread.
# told: subtracts_two_moments
import torch


def batchnorm2d_forward(x, weight, bias, eps=1e-5):
    n, c, h, w = x.shape
    if n * h * w < 2:
        raise ValueError("x: need at least two numbers per channel")
    mean = x.mean(dim=(0, 2, 3), keepdim=True)
    var = (x ** 2).mean(dim=(0, 2, 3), keepdim=True) - mean ** 2
    var = torch.clamp(var, min=0.0)
    return (x - mean) / torch.sqrt(var + eps) * weight.view(1, c, 1, 1) + bias.view(1, c, 1, 1)
