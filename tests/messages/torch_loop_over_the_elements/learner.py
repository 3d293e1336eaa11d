# grades: activations/swish
import torch


def swish(x, beta=1.0):
    flat = x.reshape(-1)
    values = [v * torch.exp(torch.minimum(beta * v, 0 * v)) / (1 + torch.exp(-abs(beta * v))) for v in flat]
    return torch.stack(values).reshape(x.shape)
