# verdict: passed
# style: PyTorch, exponent made never positive before exp, gradient stays finite
import torch


def sigmoid(x):
    nonneg = x >= 0
    e = torch.exp(torch.where(nonneg, -x, x))
    return torch.where(nonneg, torch.ones_like(e), e) / (1 + e)
