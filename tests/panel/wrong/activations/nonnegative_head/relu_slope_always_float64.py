# verdict: wrong
# mistake: The slope of the ReLU comes from np.where(x > 0, 1.0, 0.0) and is float64 also for float32 scores.
import numpy as np


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def nonnegative_head(x, kind):
    if kind == "relu":
        return np.maximum(x, 0), np.where(x > 0, 1.0, 0.0)
    if kind == "softplus":
        return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x))), sigmoid(x)
    if kind == "exp":
        return np.exp(x), np.exp(x)
    raise ValueError(f"invalid kind {kind!r}")
