# verdict: passed
# style: PyTorch, floor and clamp, out of bag by a boolean mask
import torch


def bootstrap(u):
    if bool(((u < 0) | (u > 1)).any()):
        raise ValueError("every number of u must be from 0 to 1")
    n = u.shape[0]
    idx = torch.floor(u * n).to(torch.int64).clamp(max=n - 1)
    left = torch.ones(n, dtype=torch.bool)
    left[idx] = False
    return idx, torch.arange(n)[left]
