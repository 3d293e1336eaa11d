# verdict: wrong
# mistake: mul_ changes the caller's tensor.
# told: overwrites_the_input
import torch


def swish(x, beta=1.0):
    gate = torch.sigmoid(x * beta)
    return x.detach().mul_(gate)
