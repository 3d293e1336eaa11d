# verdict: wrong
# mistake: The width 1 of a constant column is made by high = low + 1, which rounds away for large values and leaves a division by 0.
import torch


def minmax_apply(x, low, high, lo=0.0, hi=1.0):
    if lo >= hi:
        raise ValueError("lo must be below hi")
    top = torch.where(high == low, low + 1, high)
    return (x - low) / (top - low) * (hi - lo) + lo
