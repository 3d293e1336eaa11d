# grades: activations/log_softmax
import torch


@torch.no_grad()
def log_softmax(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return z - z.exp().sum(dim, keepdim=True).log()
