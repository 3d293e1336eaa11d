# verdict: passed
# style: PyTorch with torch.sigmoid, one line in float64
import torch


def swish(x, beta=1.0):
    return x * torch.sigmoid(beta * x.double()).to(x.dtype)
