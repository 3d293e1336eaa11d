# verdict: wrong
# mistake: The softmax subtracts the maximum of the whole batch, so a sample far below another one becomes 0/0.
# told: subtracts_one_maximum_for_all
import numpy as np


def output_head(x, task):
    if task in ("binary", "multilabel"):
        e = np.exp(-np.abs(x))
        return np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    if task == "multiclass":
        e = np.exp(x - np.max(x))
        return e / e.sum(axis=1, keepdims=True)
    if task == "regression":
        return x.copy()
    if task == "count":
        return np.logaddexp(0, x).astype(x.dtype)
    raise ValueError(f"unknown task: {task}")
