# verdict: wrong
# mistake: The importances are stored in a float32 tensor by default, whatever the dtype of x.
import torch


def permutation_importance(predict, x, y, metric, perms):
    baseline = metric(predict(x), y)
    importance = torch.zeros(x.shape[1])
    for d in range(x.shape[1]):
        shuffled = x.clone()
        shuffled[:, d] = x[perms[d].long(), d]
        importance[d] = baseline - metric(predict(shuffled), y)
    return importance
