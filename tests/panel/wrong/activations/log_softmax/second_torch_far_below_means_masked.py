# verdict: wrong
# mistake: Stands -1e9 in for minus infinity and afterwards takes everything far below for masked, so an honest score 1e9 below the top becomes minus infinity.
import torch


def log_softmax(x, dim=-1):
    s = torch.where(torch.isneginf(x), torch.full_like(x, -1e9), x)
    z = s - s.amax(dim=dim, keepdim=True)
    y = z - z.exp().sum(dim=dim, keepdim=True).log()
    return y.masked_fill(y < -5e8, float("-inf"))
