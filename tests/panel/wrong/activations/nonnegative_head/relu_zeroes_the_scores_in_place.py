# verdict: wrong
# mistake: The ReLU writes its zeros into the caller's scores and returns that array, instead of leaving the input alone.
import numpy as np


def nonnegative_head(x, kind):
    if kind not in ("relu", "softplus", "exp"):
        raise ValueError("kind must be 'relu', 'softplus' or 'exp'")
    if kind == "relu":
        y = np.asarray(x)
        slope = (y > 0).astype(y.dtype)
        y[y < 0] = 0
        return y, slope
    if kind == "softplus":
        e = np.exp(-np.abs(x))
        return np.log1p(e) + np.maximum(x, 0), np.where(x > 0, np.ones_like(x), e) / (1 + e)
    return np.exp(x), np.exp(x)
