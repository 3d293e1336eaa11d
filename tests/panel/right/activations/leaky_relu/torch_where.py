# verdict: passed
# style: PyTorch where
import torch


def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, x * negative_slope)
