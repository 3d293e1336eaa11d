# verdict: passed
# style: PyTorch, most functions built from the positive part and the negative part of x
import math

import torch


def activation(x, name):
    pos = x.clamp(min=0)
    neg = x.clamp(max=0)
    if name == "step":
        return (x > 0).to(x.dtype)
    if name == "sigmoid":
        return torch.sigmoid(x)
    if name == "tanh":
        return torch.tanh(x)
    if name == "relu":
        return pos
    if name == "leaky_relu":
        return pos + 0.01 * neg
    if name == "elu":
        return pos + torch.expm1(neg)
    if name == "softplus":
        return pos + torch.log1p(torch.exp(neg - pos))
    if name == "swish":
        return torch.sigmoid(x) * x
    if name == "gelu":
        return x * torch.special.ndtr(x)
    raise ValueError(f"name: there is no activation {name!r}")
