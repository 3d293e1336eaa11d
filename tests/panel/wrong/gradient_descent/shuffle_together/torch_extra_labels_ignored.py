# verdict: wrong
# mistake: a y that is longer than x is not rejected; its last labels are silently lost.
import torch


def shuffle_together(x, y, perm):
    n = x.shape[0]
    if y.shape[0] < n:
        raise ValueError("y has too few labels")
    if perm.shape[0] != n or not torch.equal(torch.sort(perm)[0].long(), torch.arange(n)):
        raise ValueError("perm is not a permutation")
    index = perm.long()
    return torch.index_select(x, 0, index), torch.index_select(y, 0, index)
