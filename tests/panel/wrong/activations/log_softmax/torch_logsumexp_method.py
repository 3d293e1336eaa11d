# verdict: forbidden
# mistake: It calls logsumexp, which the statement rules out by whatever name.
import torch


def log_softmax(x, dim=-1):
    z = x - x.amax(dim, keepdim=True)
    return z - z.logsumexp(dim, keepdim=True)
