# verdict: wrong
# mistake: The validation sets are views of perm and share its memory.
# told: returns_views
import torch


def kfold_indices(perm, k):
    n = perm.numel()
    if k < 2 or k > n:
        raise ValueError(f"k={k} is not in 2..{n}")
    folds = torch.tensor_split(perm, k)
    result = []
    for i, val in enumerate(folds):
        train = torch.cat([f for j, f in enumerate(folds) if j != i])
        result.append((train, val))
    return result
