# verdict: wrong
# mistake: Compares with torch.zeros(1), so a tensor with no axis comes back with shape (1,).
import torch


def relu(x):
    return torch.maximum(x, torch.zeros(1, dtype=x.dtype))
