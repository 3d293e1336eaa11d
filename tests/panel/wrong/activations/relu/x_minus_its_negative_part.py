# verdict: wrong
# mistake: x - min(x, 0) is -inf - (-inf) = NaN at minus infinity.
# told: computes_with_infinity
import torch


def relu(x):
    negative_part = torch.minimum(x, torch.zeros_like(x))
    return x - negative_part
