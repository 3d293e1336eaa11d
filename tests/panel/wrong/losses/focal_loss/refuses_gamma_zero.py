# verdict: raised
# mistake: A gamma of 0 is refused, though it is allowed and gives back the weighted cross-entropy.
import numpy as np


def focal_loss(input, target, alpha=0.25, gamma=2.0):
    if input.shape != target.shape:
        raise ValueError("target: shape must be that of input")
    if gamma <= 0:
        raise ValueError("gamma: must be positive")
    y = 2 * target - 1
    m = y * input
    e = np.exp(-np.abs(m))
    p = np.where(m >= 0, 1, e) / (1 + e)
    q = np.where(m >= 0, e, 1) / (1 + e)
    s = np.maximum(-m, 0) + np.log1p(e)
    a = alpha * target + (1 - alpha) * (1 - target)
    f = a * q**gamma
    return np.mean(f * s), np.asarray(-y * f * (gamma * p * s + q) / m.size)
