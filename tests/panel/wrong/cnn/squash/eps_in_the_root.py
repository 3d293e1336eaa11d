# verdict: wrong
# mistake: A small constant is added under the root, which falsifies short capsules; the statement forbids it.
import torch


def squash(s, dim=-1):
    squared = (s * s).sum(dim=dim, keepdim=True)
    scale = squared / (1 + squared)
    return scale * s / torch.sqrt(squared + 1e-12)
