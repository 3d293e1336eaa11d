# verdict: passed
# style: for exp, output and slope are one array
import numpy as np


def nonnegative_head(x, kind):
    if kind == "exp":
        y = slope = np.exp(x)
    elif kind == "relu":
        y = np.maximum(x, 0)
        slope = (x > 0).astype(x.dtype)
    elif kind == "softplus":
        e = np.exp(-np.abs(x))
        y = np.maximum(x, 0) + np.log1p(e)
        slope = np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    else:
        raise ValueError(f"unknown kind: {kind}")
    return np.asarray(y), np.asarray(slope)
