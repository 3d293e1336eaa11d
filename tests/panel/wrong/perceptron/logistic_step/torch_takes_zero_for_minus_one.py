# verdict: wrong
# mistake: A label of 0 is quietly taken for -1, though any label but -1 and +1 is an error.
import torch


def logistic_step(weight, bias, x, target, lr):
    if target not in (-1, 0, 1):
        raise ValueError("target must be -1 or +1")
    y = 1.0 if target == 1 else -1.0
    score = weight @ x + bias
    delta = lr * torch.sigmoid(-y * score) * y
    return weight + delta * x, bias + delta
