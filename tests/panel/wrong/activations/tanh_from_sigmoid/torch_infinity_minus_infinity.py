# verdict: wrong
# mistake: The stabilising shift by |x| computes infinity minus infinity, so tanh of an infinite x is NaN.
import torch


def tanh_from_sigmoid(x):
    m = x.abs()
    up = torch.exp(x - m)
    down = torch.exp(-x - m)
    return (up - down) / (up + down)
