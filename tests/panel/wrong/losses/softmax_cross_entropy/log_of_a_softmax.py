# verdict: wrong
# mistake: It takes the logarithm of the softmax, which is infinite where the probability of the right class underflows to 0.
import numpy as np


def softmax_cross_entropy(input, target, label_smoothing=0.0):
    n, c = input.shape
    if np.any(target < 0) or np.any(target >= c):
        raise ValueError("target must be a class index")
    if not 0 <= label_smoothing <= 1:
        raise ValueError("label_smoothing must be from 0 to 1")
    e = np.exp(input - input.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    rows = np.arange(n)
    loss = -(1 - label_smoothing) * np.log(p[rows, target]).mean()
    if label_smoothing > 0:
        loss = loss - label_smoothing * np.log(p).mean()
    q = np.zeros_like(input)
    q[rows, target] = 1 - label_smoothing
    q += label_smoothing / c
    return loss, (p - q) / n
