# verdict: wrong
# mistake: When every row was drawn, out of bag is an empty float tensor and not an int64 one.
import torch


def bootstrap(u):
    if (u < 0).any() or (u > 1).any():
        raise ValueError("u is out of range, it must be from 0 to 1")
    n = len(u)
    idx = (u * n).long()
    idx = torch.where(idx == n, n - 1, idx)
    drawn = set(idx.tolist())
    oob = torch.tensor([i for i in range(n) if i not in drawn])
    return idx, oob
