# verdict: wrong
# mistake: Only indices that are too large are refused; a negative one is silently counted from the end by NumPy.
# told: counts_labels_from_the_end
import numpy as np


def softmax_cross_entropy(input, target, label_smoothing=0.0):
    n, c = input.shape
    if np.max(target) >= c:
        raise ValueError(f"target contains an index that is not below {c}")
    if label_smoothing < 0 or label_smoothing > 1:
        raise ValueError("label_smoothing must be between 0 and 1")
    z = input - input.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    q = np.full_like(input, label_smoothing / c)
    q[np.arange(n), target] += 1 - label_smoothing
    loss = -(q * log_p).sum() / n
    return loss, (np.exp(log_p) - q) / n
