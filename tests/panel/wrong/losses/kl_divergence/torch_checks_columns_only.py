# verdict: wrong
# mistake: Only the number of columns is compared, so a single target row is broadcast over all rows instead of being an error.
# told: broadcasts
import torch


def kl_divergence(input, target):
    if target.shape[-1] != input.shape[-1]:
        raise ValueError("target must have as many columns as input")
    ratio = torch.where(target > 0, target / input, 0.0)
    terms = torch.where(target > 0, target * torch.log(ratio), 0.0)
    n = input.shape[0]
    return terms.sum() / n, -ratio / n
