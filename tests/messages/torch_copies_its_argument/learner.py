# grades: activations/swish
import torch


def swish(x, beta=1.0):
    x = torch.tensor(x)
    z = beta * x
    e = torch.exp(-z.abs())
    return x * torch.where(z >= 0, 1 / (1 + e), e / (1 + e))
