# verdict: wrong
# mistake: mul_ doubles the caller's tensor in place.
# told: overwrites_the_input
import torch


def tanh_from_sigmoid(x):
    s = torch.sigmoid(x.mul_(2))
    return s.mul(2).sub(1)
