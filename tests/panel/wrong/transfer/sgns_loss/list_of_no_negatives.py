# verdict: wrong
# mistake: Without negatives the array made of an empty list has the shape (0,) and float64, not (0, D) and the dtype of the inputs.
import numpy as np


def sigma(s):
    if s >= 0:
        return 1 / (1 + np.exp(-s))
    e = np.exp(s)
    return e / (1 + e)


def sgns_loss(center, positive, negatives):
    s = center @ positive
    loss = np.logaddexp(np.zeros_like(s), -s)
    grad_center = -sigma(-s) * positive
    grad_positive = -sigma(-s) * center
    grad_negatives = []
    for n in negatives:
        s = center @ n
        loss = loss + np.logaddexp(np.zeros_like(s), s)
        grad_center = grad_center + sigma(s) * n
        grad_negatives.append(sigma(s) * center)
    return loss, grad_center, grad_positive, np.array(grad_negatives)
