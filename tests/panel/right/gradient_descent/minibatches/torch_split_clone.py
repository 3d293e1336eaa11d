# verdict: passed
# style: torch.split, cloned and filtered; check by sorting
import torch


def minibatches(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError(f"batch_size must be positive, got {batch_size}")
    n = perm.shape[0]
    if not torch.equal(torch.sort(perm.long()).values, torch.arange(n, device=perm.device)):
        raise ValueError("perm is not a permutation")
    smallest = batch_size if drop_last else 1
    pieces = torch.split(perm, batch_size)
    return [piece.clone() for piece in pieces if piece.shape[0] >= smallest]
