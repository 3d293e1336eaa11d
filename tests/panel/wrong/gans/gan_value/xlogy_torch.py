# verdict: forbidden
# mistake: Calls torch.xlogy and torch.special.xlog1py, which the statement does not allow.
import torch


def gan_value(p, q, d):
    if d.shape != p.shape:
        raise ValueError("d must have the shape of p")
    return torch.xlogy(p, d).sum() + torch.special.xlog1py(q, -d).sum()
