# verdict: passed
# style: PyTorch, starts from ones and fills zeros where the double-precision value is not above
import torch


def binary_step(x, threshold=0.0):
    silent = x.detach().to(torch.float64) <= float(threshold)
    return torch.ones_like(x).masked_fill(silent, 0.0)
