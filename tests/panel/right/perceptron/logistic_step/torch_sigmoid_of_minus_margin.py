# verdict: passed
# style: PyTorch, torch.sigmoid of the negative margin, bias comes back as a tensor
import torch


def logistic_step(weight, bias, x, target, lr):
    if target != 1 and target != -1:
        raise ValueError("target must be either -1 or +1")
    y = 1.0 if target == 1 else -1.0
    margin = y * ((weight * x).sum() + bias)
    surprise = torch.sigmoid(-margin)
    step = (lr * y) * surprise
    return weight + step * x, bias + step
