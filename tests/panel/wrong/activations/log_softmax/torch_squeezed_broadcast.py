# verdict: wrong
# mistake: The maximum and the sum always get their axis back at the end, which fits only the last axis, so a square input with dim=0 is normalised with the wrong slices.
# told: puts_the_axis_back_at_the_end
import torch


def log_softmax(x, dim=-1):
    top = x.amax(dim)
    total = torch.exp(x - top.unsqueeze(-1)).sum(dim)
    return x - top.unsqueeze(-1) - torch.log(total).unsqueeze(-1)
