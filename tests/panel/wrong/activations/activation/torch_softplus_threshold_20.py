# verdict: wrong
# mistake: Softplus is taken as x above 20, which in float64 leaves out log1p(exp(-x)), some 2e-9, far more than rounding.
import math

import torch


def activation(x, name):
    if name == "step":
        return (x > 0).to(x.dtype)
    if name == "sigmoid":
        return torch.sigmoid(x)
    if name == "tanh":
        return torch.tanh(x)
    if name == "relu":
        return torch.relu(x)
    if name == "leaky_relu":
        return torch.where(x > 0, x, 0.01 * x)
    if name == "elu":
        return torch.where(x > 0, x, torch.exp(x.clamp(max=0)) - 1)
    if name == "softplus":
        return torch.where(x > 20, x, torch.log1p(torch.exp(x.clamp(max=20))))
    if name == "swish":
        return x * torch.sigmoid(x)
    if name == "gelu":
        return x * 0.5 * (1 + torch.erf(x / math.sqrt(2)))
    raise ValueError(f"unknown activation name: {name}")
