# verdict: passed
# style: np.divide and np.log with out and where, no special cases afterwards
import numpy as np


def kl_divergence(input, target):
    if input.shape != target.shape:
        raise ValueError("target must have the shape of input")
    rows = input.shape[0]
    possible = target > 0
    with np.errstate(divide="ignore"):
        ratio = np.divide(target, input, out=np.zeros_like(input), where=possible)
    logs = np.log(ratio, out=np.zeros_like(input), where=possible)
    per_row = np.sum(target * logs, axis=1)
    return per_row.mean(), -ratio / rows
