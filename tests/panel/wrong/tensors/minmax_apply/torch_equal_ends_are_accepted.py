# verdict: wrong
# mistake: The check is lo > hi, so equal ends are no error although lo is not below hi.
# told: allows_an_empty_range
import torch


def minmax_apply(x, low, high, lo=0.0, hi=1.0):
    if lo > hi:
        raise ValueError("lo must be below hi")
    width = high - low
    width = torch.where(width == 0, torch.ones_like(width), width)
    return lo + (x - low) / width * (hi - lo)
