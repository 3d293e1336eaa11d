# verdict: wrong
# mistake: The variance is the mean of the squares minus the square of the mean, which loses all digits for values far from zero.
# told: subtracts_two_large_numbers
import torch


def standardize_fit(x):
    if x.shape[0] == 0:
        raise ValueError("x must have at least one row")
    wide = x.double()
    mean = wide.mean(dim=0)
    var = (wide * wide).mean(dim=0) - mean * mean
    std = var.clamp(min=0.0).sqrt()
    constant = (wide == wide[:1]).all(dim=0)
    std = torch.where(constant, torch.zeros_like(std), std)
    return mean.to(x.dtype), std.to(x.dtype)
