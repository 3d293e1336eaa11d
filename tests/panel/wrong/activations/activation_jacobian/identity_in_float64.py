# verdict: wrong
# mistake: np.eye is float64, so the Jacobian of log_softmax comes out as float64 for a float32 x.
# told: returns_float64
import numpy as np
from scipy.special import expit, softmax


def activation_jacobian(x, name):
    if name == "sigmoid":
        return np.diag(expit(x) * expit(-x))
    if name == "tanh":
        return np.diag(1 - np.tanh(x) ** 2)
    if name == "relu":
        return np.diag((x > 0).astype(x.dtype))
    if name == "softmax":
        p = softmax(x)
        return np.diag(p) - np.outer(p, p)
    if name == "log_softmax":
        return np.eye(len(x)) - softmax(x)
    raise ValueError(f"unknown activation name {name}")
