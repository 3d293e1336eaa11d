# verdict: passed
# style: plain Python loops, mean and variance of each prediction added up feature by feature
import numpy as np


def expected_dropout_loss(x, y, weight, p):
    if p < 0 or p >= 1:
        raise ValueError(f"p must be at least 0 and below 1, got {p}")
    p = float(p)
    kept_value = 1.0 / (1.0 - p)
    mask_variance = p * (0.0 - 1.0) ** 2 + (1.0 - p) * (kept_value - 1.0) ** 2
    total = 0.0
    for row, label in zip(x.tolist(), y.tolist()):
        mean, var = 0.0, 0.0
        for value, w in zip(row, weight.tolist()):
            mean += value * w
            var += mask_variance * (value * w) ** 2
        total += (label - mean) ** 2 + var
    return np.float64(total)
