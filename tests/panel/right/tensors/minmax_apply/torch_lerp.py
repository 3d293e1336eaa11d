# verdict: passed
# style: PyTorch, torch.lerp between the two ends with the place in the range as weight
import torch


def minmax_apply(x, low, high, lo=0.0, hi=1.0):
    if lo >= hi:
        raise ValueError("lo has to be smaller than the upper end")
    width = torch.where(high == low, torch.ones_like(low), high - low)
    place = (x - low) / width
    ends = x.new_tensor([lo, hi])
    return torch.lerp(ends[0], ends[1], place)
