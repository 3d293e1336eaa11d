# verdict: forbidden
# mistake: torch.special.expit is torch.sigmoid under another name.
import torch


def sigmoid(x):
    squash = torch.special.expit
    return squash(x)
