# verdict: passed
# style: PyTorch masked_fill where negative
import torch


def relu(x):
    is_negative = torch.lt(x, 0)
    return x.masked_fill(is_negative, 0.0)
