# verdict: raised
# mistake: An unknown task falls through to the dictionary look-up and raises a KeyError, not a ValueError that names task.
import numpy as np


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def _softmax(x):
    e = np.exp(x - x.max(axis=1)[:, None])
    return e / e.sum(axis=1)[:, None]


def _softplus(x):
    return np.where(x > 0, x, 0) + np.log1p(np.exp(-np.abs(x)))


HEADS = {
    "binary": _sigmoid,
    "multilabel": _sigmoid,
    "multiclass": _softmax,
    "regression": lambda x: x.copy(),
    "count": _softplus,
}


def output_head(x, task):
    return HEADS[task](x).astype(x.dtype, copy=False)
