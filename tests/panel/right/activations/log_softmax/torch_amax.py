# verdict: passed
# style: PyTorch, amax, exp, sum, log
import torch


def log_softmax(x, dim=-1):
    shifted = x - x.amax(dim=dim, keepdim=True).detach()
    return shifted - shifted.exp().sum(dim=dim, keepdim=True).log()
