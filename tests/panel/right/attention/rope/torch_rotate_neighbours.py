# verdict: passed
# style: PyTorch, x cos + (quarter turn of x) sin with repeated angles
import torch


def _quarter_turn(x):
    first, second = x.unflatten(-1, (-1, 2)).unbind(-1)
    return torch.stack((-second, first), dim=-1).flatten(-2)


def rope(x, positions, base=10000.0):
    features = x.shape[-1]
    if features % 2 == 1:
        raise ValueError("x needs an even number of features")
    exponent = torch.arange(0, features, 2, dtype=torch.float64, device=x.device) / features
    theta = positions.to(torch.float64)[:, None] * torch.pow(float(base), -exponent)
    theta = theta.repeat_interleave(2, dim=-1)
    return x * theta.cos().to(x.dtype) + _quarter_turn(x) * theta.sin().to(x.dtype)
