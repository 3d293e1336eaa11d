# verdict: wrong
# mistake: The part along x_hat is removed completely by dividing by the sum of x_hat squared instead of N, which is right only for epsilon going to zero.
import torch


def batchnorm_backward(grad_output, x, weight, eps=1e-5):
    centred = x - x.mean(dim=0)
    std = torch.sqrt(centred.pow(2).mean(dim=0) + eps)
    x_hat = centred / std
    g = grad_output * weight
    g = g - g.mean(dim=0)
    length = x_hat.pow(2).sum(dim=0).clamp_min(1e-30)
    g = g - x_hat * (g * x_hat).sum(dim=0) / length
    return g / std, (grad_output * x_hat).sum(dim=0), grad_output.sum(dim=0)
