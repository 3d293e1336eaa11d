# verdict: passed
# style: PyTorch, erfc for the exact form, tanh rewritten as a logistic function
import math

import torch


def gelu(x, approximate="none"):
    if approximate not in ("none", "tanh"):
        raise ValueError("approximate: expected 'none' or 'tanh', got " + repr(approximate))
    if approximate == "none":
        below = torch.special.erfc(x * -math.sqrt(0.5)) / 2
    else:
        # (1 + tanh u) / 2 = sigmoid(2 u)
        u = math.sqrt(2 / math.pi) * (x + 0.044715 * x.pow(3))
        below = torch.sigmoid(2 * u)
    return x * below
