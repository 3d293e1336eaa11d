# verdict: wrong
# mistake: Limits the slope to at most 1, though any finite slope is allowed.
import torch


def leaky_relu(x, negative_slope=0.01):
    a = min(negative_slope, 1.0)
    return torch.maximum(x, a * x)
