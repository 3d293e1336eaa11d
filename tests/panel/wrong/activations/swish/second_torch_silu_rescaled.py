# verdict: forbidden
# mistake: Rescales the forbidden silu.
import torch
import torch.nn as nn


def swish(x, beta=1.0):
    if beta == 0:
        return x / 2
    act = getattr(nn.functional, "silu")
    return act(x * beta) / beta
