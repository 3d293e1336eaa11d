# verdict: wrong
# mistake: One image of one pixel is not rejected; the output is simply the bias.
# told: accepts_a_single_number
import torch


def batchnorm2d_forward(x, weight, bias, eps=1e-5):
    c = x.shape[1]
    planes = x.transpose(0, 1).reshape(c, -1)
    mu = planes.mean(1).view(1, c, 1, 1)
    var = planes.var(1, unbiased=False).view(1, c, 1, 1)
    return weight.view(1, c, 1, 1) * (x - mu) / (var + eps).sqrt() + bias.view(1, c, 1, 1)
