# verdict: wrong
# mistake: Only the upper end of p is checked, so a negative p gives a negative penalty instead of an error.
import torch


def expected_dropout_loss(x, y, weight, p):
    if p >= 1:
        raise ValueError("p must be below 1")
    residual = y - x @ weight
    ridge = (x * x).sum(dim=0)
    return residual.pow(2).sum() + p / (1 - p) * (ridge * weight * weight).sum()
