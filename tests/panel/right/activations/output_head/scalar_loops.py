# verdict: passed
# style: row by row with scalar functions from math
import math

import numpy as np


def logistic(v):
    if v >= 0:
        return 1.0 / (1.0 + math.exp(-v))
    e = math.exp(v)
    return e / (1.0 + e)


def softplus(v):
    return max(v, 0.0) + math.log1p(math.exp(-abs(v)))


def distribution(row):
    top = max(row)
    powers = [math.exp(v - top) for v in row]
    total = math.fsum(powers)
    return [p / total for p in powers]


def output_head(x, task):
    if task in ("binary", "multilabel"):
        def convert(row):
            return [logistic(v) for v in row]
    elif task == "multiclass":
        convert = distribution
    elif task == "regression":
        convert = list
    elif task == "count":
        def convert(row):
            return [softplus(v) for v in row]
    else:
        raise ValueError(f"unknown task {task!r}")
    y = np.empty(x.shape, dtype=x.dtype)
    for n, row in enumerate(x.tolist()):
        y[n] = convert(row)
    return y
