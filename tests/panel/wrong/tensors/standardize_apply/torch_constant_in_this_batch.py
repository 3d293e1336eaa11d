# verdict: wrong
# mistake: A column that is constant in the batch at hand is only centred too, so the given statistics are not used and a batch of one is never divided by std.
import torch


def standardize_apply(x, mean, std):
    constant = (std == 0) | (x == x[:1]).all(dim=0)
    divisor = torch.where(constant, torch.ones_like(std), std)
    return (x - mean) / divisor
