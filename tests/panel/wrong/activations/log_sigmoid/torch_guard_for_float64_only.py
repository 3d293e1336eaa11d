# verdict: wrong
# mistake: The guard at -700 suits float64 only: in float32 exp overflows below -88 and the result is minus infinity.
import torch


def log_sigmoid(x):
    direct = -torch.log1p(torch.exp(-x))
    return torch.where(x < -700, x, direct)
