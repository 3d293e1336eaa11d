# verdict: passed
# style: PyTorch, multiply and sum over the inputs, then a chain of ifs
import torch


def neuron(x, weight, bias, activation):
    z = (x * weight).sum(dim=1) + float(bias)
    if activation == "identity":
        return z
    elif activation == "step":
        return torch.where(z > 0, torch.ones_like(z), torch.zeros_like(z))
    elif activation == "sigmoid":
        return torch.special.expit(z)
    elif activation == "tanh":
        return z.tanh()
    elif activation == "relu":
        return z.clamp(min=0)
    raise ValueError("unknown activation: " + str(activation))
