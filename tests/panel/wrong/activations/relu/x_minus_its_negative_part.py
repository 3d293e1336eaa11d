# verdict: wrong
# mistake: x - min(x, 0) is -inf - (-inf) = NaN at minus infinity.
# told: multiplies_by_a_mask
import torch


def relu(x):
    negative_part = torch.minimum(x, torch.zeros_like(x))
    return x - negative_part
