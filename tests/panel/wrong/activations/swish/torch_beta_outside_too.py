# verdict: wrong
# mistake: beta stands outside the sigmoid too, so the result is beta times too large.
# told: uses_beta_twice
import torch


def swish(x, beta=1.0):
    t = beta * x
    return t * torch.sigmoid(t)
