# verdict: forbidden
# mistake: It calls torch.nn.functional.silu, which the statement rules out, and rescales it by beta.
import torch
import torch.nn.functional as F


def swish(x, beta=1.0):
    if beta == 0:
        return x / 2
    return F.silu(beta * x) / beta
