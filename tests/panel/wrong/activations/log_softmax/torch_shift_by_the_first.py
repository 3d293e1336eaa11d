# verdict: wrong
# mistake: It shifts by the first score of the slice instead of the largest, which overflows, or is NaN when the first one is masked.
# told: shifts_by_less_than_the_maximum
import torch


def log_softmax(x, dim=-1):
    first = x.narrow(dim, 0, 1)
    z = x - first
    return z - torch.log(torch.exp(z).sum(dim, keepdim=True))
