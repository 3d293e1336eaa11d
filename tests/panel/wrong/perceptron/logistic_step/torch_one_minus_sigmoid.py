# verdict: wrong
# mistake: The probability of the wrong label is formed as 1 - sigma(y s), which is exactly 0 at a score of 40, so a right example no longer moves the weights.
# told: subtracts_from_one
import torch


def logistic_step(weight, bias, x, target, lr):
    if target not in (-1, 1):
        raise ValueError("target must be -1 or +1")
    s = torch.dot(weight, x) + bias
    p_right = torch.sigmoid(target * s)
    g = lr * (1 - p_right) * target
    return weight + g * x, bias + g
