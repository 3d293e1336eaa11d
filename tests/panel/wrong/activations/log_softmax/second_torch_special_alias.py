# verdict: forbidden
# mistake: torch.special.log_softmax is the forbidden function under another name.
import torch
from torch import special


def log_softmax(x, dim=-1):
    return special.log_softmax(x, dim)
