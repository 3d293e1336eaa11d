# verdict: wrong
# mistake: A momentum of 0 is taken for a missing one and replaced by 0.1, so the memory moves although it must stay.
import torch


def batchnorm_forward(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    m = momentum or 0.1
    if not training:
        y = (x - running_mean) / torch.sqrt(running_var + eps) * weight + bias
        return y, running_mean.clone(), running_var.clone()
    if x.shape[0] < 2:
        raise ValueError("x must hold at least two samples when training")
    mu = x.mean(0)
    centred = x - mu
    y = centred / torch.sqrt((centred ** 2).mean(0) + eps) * weight + bias
    unbiased = (centred ** 2).sum(0) / (x.shape[0] - 1)
    return y, (1 - m) * running_mean + m * mu, (1 - m) * running_var + m * unbiased
