# verdict: passed
# style: PyTorch, d replaced by a harmless value where nothing occurs
import torch


def gan_value(p, q, d):
    if d.shape != p.shape:
        raise ValueError("d must have the same shape as p")
    d_real = torch.where(p > 0, d, torch.ones_like(d))
    d_fake = torch.where(q > 0, d, torch.zeros_like(d))
    return (p * torch.log(d_real)).sum() + (q * torch.log1p(-d_fake)).sum()
