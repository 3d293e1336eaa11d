# verdict: wrong
# mistake: The slope of gelu is a central finite difference, right to nine digits only, where the formula is asked for.
import torch


def _gelu(x):
    return x * torch.special.ndtr(x)


def _numerical(f, x, h=1e-4):
    x = x.double()
    return (f(x + h) - f(x - h)) / (2 * h)


def activation_grad(x, name):
    s = torch.sigmoid(x)
    match name:
        case "step":
            g = torch.zeros_like(x)
        case "sigmoid":
            g = s * (1 - s)
        case "tanh":
            g = 1 - torch.tanh(x) ** 2
        case "relu":
            g = (x > 0)
        case "leaky_relu":
            g = torch.where(x > 0, torch.ones_like(x), 0.01 * torch.ones_like(x))
        case "elu":
            g = torch.exp(x.clamp(max=0))
        case "softplus":
            g = s
        case "swish":
            g = s + x * s * (1 - s)
        case "gelu":
            g = torch.where(x.abs() > 30, (x > 0).double(), _numerical(_gelu, x))
        case _:
            raise ValueError(f"name {name!r} is unknown")
    return g.to(x.dtype)
