# verdict: passed
# style: torch, statistics of the shifted batch, running values by lerp
import torch


def batchnorm_forward(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if not training:
        y = (x - running_mean) * (running_var + eps).rsqrt() * weight + bias
        return y, running_mean.clone(), running_var.clone()

    n = x.shape[0]
    if n < 2:
        raise ValueError(f"x: a batch of at least two samples is needed in training, not {n}")
    origin = x[0]
    z = x - origin
    offset = z.mean(0)
    z = z - offset
    ss = z.square().sum(0)
    y = torch.addcmul(bias, z, weight / (ss / n + eps).sqrt())
    new_mean = torch.lerp(running_mean, origin + offset, momentum)
    new_var = torch.lerp(running_var, ss / (n - 1), momentum)
    return y, new_mean, new_var
