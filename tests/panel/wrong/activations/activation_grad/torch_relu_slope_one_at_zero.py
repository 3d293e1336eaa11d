# verdict: wrong
# mistake: The slope of ReLU at x = 0 is given as 1, the slope on its right, where the left one, 0, is asked for.
import math

import torch

GRADS = {
    "step": torch.zeros_like,
    "sigmoid": lambda x: torch.sigmoid(x) * (1 - torch.sigmoid(x)),
    "tanh": lambda x: 1 - torch.tanh(x).pow(2),
    "relu": lambda x: 1 - (x < 0).to(x.dtype),
    "leaky_relu": lambda x: torch.where(x > 0, x.new_tensor(1.0), x.new_tensor(0.01)),
    "elu": lambda x: torch.where(x >= 0, torch.ones_like(x), torch.exp(x)),
    "softplus": torch.sigmoid,
    "swish": lambda x: torch.sigmoid(x) * (1 + x * (1 - torch.sigmoid(x))),
    "gelu": lambda x: torch.special.ndtr(x) + x * torch.exp(-x * x / 2) / math.sqrt(2 * math.pi),
}


def activation_grad(x, name):
    if name not in GRADS:
        raise ValueError(f"name is not among {list(GRADS)}")
    return GRADS[name](x)
