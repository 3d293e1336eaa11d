# verdict: wrong
# mistake: the shuffled rows are written back into the arguments, which are changed and returned.
# told: shuffles_in_place
import torch


def shuffle_together(x, y, perm):
    n = x.shape[0]
    if y.shape[0] != n:
        raise ValueError("y must be as long as x")
    perm = perm.long()
    if not torch.equal(perm.sort().values, torch.arange(n)):
        raise ValueError("perm must be a permutation of 0 .. n-1")
    x[:] = x[perm]
    y[:] = y[perm]
    return x, y
