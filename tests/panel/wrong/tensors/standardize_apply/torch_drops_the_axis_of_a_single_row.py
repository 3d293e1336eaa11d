# verdict: wrong
# mistake: The result is squeezed, so that a batch with one example or with one feature loses an axis and has not the shape of x.
import torch


def standardize_apply(x, mean, std):
    rows = []
    for row in x:
        centred = row - mean
        rows.append(torch.where(std == 0, centred, centred / torch.where(std == 0, torch.ones_like(std), std)))
    if not rows:
        return x.clone()
    return torch.stack(rows).squeeze()
