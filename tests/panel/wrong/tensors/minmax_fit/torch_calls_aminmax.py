# verdict: forbidden
# mistake: The work is done by torch.aminmax, which must not be called.
import torch


def minmax_fit(x):
    if x.shape[0] == 0:
        raise ValueError("x must have at least one row")
    low, high = torch.aminmax(x, dim=0)
    return low, high
