# verdict: wrong
# mistake: np.isclose takes every probability below 1e-8 for 0, so a small but possible outcome gives an infinite loss instead of its exact logarithm.
import numpy as np


def kl_divergence(input, target):
    if input.shape != target.shape:
        raise ValueError("target and input must have the same shape")
    n = len(input)
    support = target > 0
    if np.any(np.isclose(input, 0) & support):
        loss = input.dtype.type(np.inf)
    else:
        t, x = target[support], input[support]
        loss = np.sum(t * np.log(t / x)) / n
    grad = np.zeros_like(input)
    with np.errstate(divide="ignore"):
        grad[support] = -target[support] / input[support] / n
    return loss, grad
