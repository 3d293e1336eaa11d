# verdict: passed
# style: PyTorch, a class with one static method for each slope, found by getattr
import math

import torch

NAMES = ("step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "swish", "gelu")


class Slopes:
    @staticmethod
    def step(x):
        return torch.zeros_like(x)

    @staticmethod
    def sigmoid(x):
        return torch.sigmoid(x) * torch.sigmoid(-x)

    @staticmethod
    def tanh(x):
        return 1 - torch.tanh(x).square()

    @staticmethod
    def relu(x):
        return (x > 0).to(x.dtype)

    @staticmethod
    def leaky_relu(x):
        return torch.full_like(x, 0.01).masked_fill(x > 0, 1.0)

    @staticmethod
    def elu(x):
        return x.clamp(max=0).exp()

    @staticmethod
    def softplus(x):
        return torch.sigmoid(x)

    @staticmethod
    def swish(x):
        s = torch.sigmoid(x)
        return s * (1 + x * torch.sigmoid(-x))

    @staticmethod
    def gelu(x):
        density = torch.exp(-x * x / 2) / math.sqrt(2 * math.pi)
        return torch.special.ndtr(x) + x * density


def activation_grad(x, name):
    if name not in NAMES:
        raise ValueError(f"name must be one of {NAMES}, got {name!r}")
    return getattr(Slopes, name)(x)
