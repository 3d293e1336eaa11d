# verdict: wrong
# mistake: For a regression it returns the very array it was given instead of a new one.
# told: hands_back_x
import numpy as np


def output_head(x, task):
    if task == "regression":
        return x
    e = np.exp(-np.abs(x))
    if task == "binary" or task == "multilabel":
        return np.where(x >= 0, np.ones_like(x), e) / (1 + e)
    if task == "count":
        return np.maximum(x, 0) + np.log1p(e)
    if task == "multiclass":
        z = np.exp(x - x.max(axis=1, keepdims=True))
        return z / z.sum(axis=1, keepdims=True)
    raise ValueError(f"unknown task {task!r}")
