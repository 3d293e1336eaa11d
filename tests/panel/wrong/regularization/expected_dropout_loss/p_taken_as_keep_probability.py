# verdict: wrong
# mistake: The variance of a mask entry is (1-p)/p, as if p were the probability to keep; it agrees only at one half.
import torch


def expected_dropout_loss(x, y, weight, p):
    if p < 0 or p >= 1:
        raise ValueError(f"p must be in [0, 1), got {p}")
    residual = y - x @ weight
    loss = (residual ** 2).sum()
    if p == 0:
        return loss
    penalty = (1 - p) / p * ((x ** 2) @ (weight ** 2)).sum()
    return loss + penalty
