# verdict: passed
# style: PyTorch, stable sort, fold number scattered back to the samples
import torch


def stratified_kfold(y, k):
    n = y.shape[0]
    if not 2 <= k <= n:
        raise ValueError(f"k = {k} is not from 2 to {n}")
    order = torch.sort(y, stable=True).indices
    fold = torch.empty(n, dtype=torch.int64)
    fold[order] = torch.arange(n) % k
    everybody = torch.arange(n)
    return [(everybody[fold != i], everybody[fold == i]) for i in range(k)]
