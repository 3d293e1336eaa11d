# verdict: wrong
# mistake: The halving is done in place with mul_, so the caller's tensor holds half of its values afterwards.
# told: overwrites_x
import math

import torch


def gelu(x, approximate="none"):
    if approximate not in ("none", "tanh"):
        raise ValueError(f"approximate must be 'none' or 'tanh', got {approximate!r}")
    if approximate == "none":
        gate = 1 + torch.erf(x / math.sqrt(2))
    else:
        gate = 1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))
    half = x.mul_(0.5)
    return half * gate
