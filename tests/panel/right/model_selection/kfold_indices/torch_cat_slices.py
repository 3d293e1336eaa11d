# verdict: passed
# style: PyTorch, running start, clone of the slice and cat of both rests
import torch


def kfold_indices(perm, k):
    n = len(perm)
    if k < 2 or k > n:
        raise ValueError("k must be at least 2 and at most the number of samples")
    base, extra = divmod(n, k)
    rounds = []
    start = 0
    for i in range(k):
        stop = start + base + int(i < extra)
        val = perm[start:stop].clone()
        train = torch.cat((perm[:start], perm[stop:]))
        rounds.append((train, val))
        start = stop
    return rounds
