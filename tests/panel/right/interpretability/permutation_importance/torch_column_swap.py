# verdict: passed
# style: PyTorch, where with a one-hot column mask on gathered values
import torch


def permutation_importance(predict, x, y, metric, perms):
    shuffled = torch.gather(x, 0, perms.T.long())
    columns = torch.arange(x.shape[1], device=x.device)
    scores = []
    for d in range(x.shape[1]):
        table = torch.where(columns == d, shuffled, x)
        scores.append(torch.as_tensor(metric(predict(table), y)))
    whole = torch.as_tensor(metric(predict(x), y))
    return torch.stack([(whole - s).reshape(()).to(x.dtype) for s in scores])
