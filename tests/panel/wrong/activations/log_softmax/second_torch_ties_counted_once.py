# verdict: wrong
# mistake: Leaves out of the sum every entry that equals the maximum and adds 1 for them all, so ties at the top are counted once.
import torch


def log_softmax(x, dim=-1):
    z = x - x.amax(dim=dim, keepdim=True)
    rest = torch.where(z < 0, z.exp(), torch.zeros_like(z)).sum(dim=dim, keepdim=True)
    return z - torch.log1p(rest)
