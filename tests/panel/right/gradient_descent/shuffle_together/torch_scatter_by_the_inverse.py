# verdict: passed
# style: torch, the inverse permutation says where each sample goes, and index_copy puts it there
import torch


def shuffle_together(x, y, perm):
    n = len(x)
    if len(y) != n:
        raise ValueError("y must have as many entries as x")
    perm = perm.long()
    if len(perm) != n or (n > 0 and (perm.min() < 0 or perm.max() >= n or perm.bincount(minlength=n).max() > 1)):
        raise ValueError("perm must name every sample once")
    goes_to = torch.argsort(perm)

    def place(values):
        return torch.zeros_like(values).index_copy(0, goes_to, values)

    return place(x), place(y)
