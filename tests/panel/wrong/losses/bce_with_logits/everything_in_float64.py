# verdict: wrong
# mistake: It converts to float64 for accuracy and never converts back, so float32 inputs get a float64 gradient.
# told: returns_float64
import numpy as np


def bce_with_logits(input, target):
    if input.shape != target.shape:
        raise ValueError("target: shape mismatch")
    x = np.asarray(input, dtype=np.float64)
    t = np.asarray(target, dtype=np.float64)
    small = np.exp(-np.abs(x))
    costs = np.maximum(x, 0) - x * t + np.log1p(small)
    sigma = np.where(x >= 0, 1.0, small) / (1.0 + small)
    return costs.mean(), np.asarray((sigma - t) / x.size)
