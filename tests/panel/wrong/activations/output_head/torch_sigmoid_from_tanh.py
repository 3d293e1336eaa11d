# verdict: wrong
# mistake: The sigmoid is half of 1 + tanh(x/2), which cancels to exactly 0 for very negative scores where 4.2e-18 is due.
# told: loses_small_probabilities
import torch


def output_head(x, task):
    if task in ("binary", "multilabel"):
        return 0.5 * (1 + torch.tanh(0.5 * x))
    if task == "multiclass":
        e = torch.exp(x - x.max(dim=1, keepdim=True).values)
        return e / e.sum(dim=1, keepdim=True)
    if task == "regression":
        return x.clone()
    if task == "count":
        return torch.clamp(x, min=0) + torch.log1p(torch.exp(-x.abs()))
    raise ValueError("task must be binary, multilabel, multiclass, regression or count")
