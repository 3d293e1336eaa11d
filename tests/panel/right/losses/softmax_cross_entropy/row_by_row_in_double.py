# verdict: passed
# style: one row at a time with Python floats and math.fsum
import math

import numpy as np


def softmax_cross_entropy(input, target, label_smoothing=0.0):
    n, c = input.shape
    labels = [int(k) for k in target]
    if any(k < 0 or k >= c for k in labels):
        raise ValueError(f"target must hold indices from 0 to {c - 1}")
    if not 0 <= label_smoothing <= 1:
        raise ValueError("label_smoothing must be from 0 to 1")
    share = label_smoothing / c
    losses = []
    grad = np.empty_like(input)
    for i, right in enumerate(labels):
        row = [float(v) for v in input[i]]
        top = max(row)
        log_sum = math.log(math.fsum(math.exp(v - top) for v in row))
        log_p = [v - top - log_sum for v in row]
        q = [share + (1 - label_smoothing if k == right else 0.0) for k in range(c)]
        losses.append(-math.fsum(a * b for a, b in zip(q, log_p)))
        grad[i] = [(math.exp(b) - a) / n for a, b in zip(q, log_p)]
    return input.dtype.type(math.fsum(losses) / n), grad
