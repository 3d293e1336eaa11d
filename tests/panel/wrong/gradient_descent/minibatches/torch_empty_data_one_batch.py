# verdict: wrong
# mistake: torch.split of an empty perm gives one empty batch, where there must be none.
import torch


def minibatches(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    n = len(perm)
    if not torch.equal(perm.long().sort()[0], torch.arange(n)):
        raise ValueError("perm must be a permutation of the numbers from 0 to n - 1")
    batches = [piece.clone() for piece in perm.split(batch_size)]
    if drop_last and n % batch_size != 0:
        del batches[-1]
    return batches
