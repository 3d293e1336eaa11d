# verdict: wrong
# mistake: The running statistics are updated in place like the buffers of a library, so the arguments are changed and returned.
# told: overwrites_the_memory
import torch


def batchnorm_forward(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if training:
        n = x.shape[0]
        if n < 2:
            raise ValueError("x must have at least two samples in training")
        mean = x.mean(dim=0)
        var = x.var(dim=0, unbiased=False)
        with torch.no_grad():
            running_mean.mul_(1 - momentum).add_(momentum * mean)
            running_var.mul_(1 - momentum).add_(momentum * var * n / (n - 1))
    else:
        mean, var = running_mean.clone(), running_var.clone()
    y = (x - mean) / torch.sqrt(var + eps) * weight + bias
    return y, running_mean, running_var
