# verdict: wrong
# mistake: Dealing starts anew with fold 0 at each class, so the first folds get too many samples.
# told: starts_anew_in_each_class
import torch


def stratified_kfold(y, k):
    n = len(y)
    if k < 2 or k > n:
        raise ValueError("k is out of range")
    fold = torch.empty(n, dtype=torch.long)
    for label in torch.unique(y):
        members = torch.nonzero(y == label).flatten()
        fold[members] = torch.arange(len(members)) % k
    return [(torch.nonzero(fold != i).flatten(), torch.nonzero(fold == i).flatten()) for i in range(k)]
