# verdict: wrong
# mistake: The loss is smoothed, but the gradient is still p minus the one-hot label, without label smoothing.
# told: smooths_the_loss_only
import numpy as np


def softmax_cross_entropy(input, target, label_smoothing=0.0):
    n, c = input.shape
    if np.any((target < 0) | (target >= c)):
        raise ValueError("target out of range")
    if not (0 <= label_smoothing <= 1):
        raise ValueError("label_smoothing out of range")
    shifted = input - np.max(input, axis=1, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    rows = np.arange(n)
    hard = -log_p[rows, target]
    uniform = -log_p.mean(axis=1)
    loss = np.mean((1 - label_smoothing) * hard + label_smoothing * uniform)
    grad = np.exp(log_p)
    grad[rows, target] -= 1
    return loss, grad / n
