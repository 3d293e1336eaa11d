# verdict: wrong
# mistake: Blends the two formulas by multiplying with 0/1 masks, and in float32 the exponential of a logit above 88 is infinite, so 0 times inf/inf gives NaN.
# told: overflows_in_float32
import torch


def sigmoid(x):
    pos = (x >= 0).to(x.dtype)
    e = torch.exp(x.clamp(max=709.0))
    left = e / (1 + e)
    right = 1 / (1 + torch.exp(-x))
    return pos * right + (1 - pos) * left
