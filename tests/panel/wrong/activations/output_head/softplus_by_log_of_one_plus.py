# verdict: wrong
# mistake: The softplus takes log(1 + e) where e vanishes beside the 1, so that softplus(-40) is 0 instead of 4.2e-18.
# told: loses_small_counts
import numpy as np


def stable_softplus(x):
    return np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x)))


def stable_sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x < 0, e, 1) / (1 + e)


def stable_softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def output_head(x, task):
    heads = {
        "binary": stable_sigmoid,
        "multilabel": stable_sigmoid,
        "multiclass": stable_softmax,
        "regression": np.copy,
        "count": stable_softplus,
    }
    if task not in heads:
        raise ValueError(f"task must be one of {sorted(heads)}")
    return heads[task](x).astype(x.dtype)
