# verdict: wrong
# mistake: the batches are views of perm and share its memory.
# told: returns_views
import torch


def minibatches(perm, batch_size, drop_last=False):
    if batch_size < 1:
        raise ValueError("batch_size must be at least 1")
    if sorted(perm.tolist()) != list(range(len(perm))):
        raise ValueError("perm must be a permutation")
    batches = [b for b in torch.split(perm, batch_size) if len(b) > 0]
    if drop_last and batches and len(batches[-1]) < batch_size:
        batches.pop()
    return batches
