# verdict: wrong
# mistake: ReLU is done with inplace=True, which overwrites the caller's tensor and returns it.
import math

import torch
import torch.nn.functional as F


def activation(x, name):
    names = ["step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "swish", "gelu"]
    if name not in names:
        raise ValueError(f"name must be one of {names}")
    if name == "step":
        return torch.gt(x, 0).type_as(x)
    if name == "sigmoid":
        return torch.sigmoid(x)
    if name == "tanh":
        return torch.tanh(x)
    if name == "relu":
        return F.relu(x, inplace=True)
    if name == "leaky_relu":
        return torch.max(x, 0.01 * x)
    if name == "elu":
        return torch.where(x > 0, x, torch.expm1(x.clamp(max=0)))
    if name == "softplus":
        return x.clamp(min=0) + torch.log1p(torch.exp(-x.abs()))
    if name == "swish":
        return x * torch.sigmoid(x)
    return 0.5 * x * torch.erfc(-x / math.sqrt(2))
