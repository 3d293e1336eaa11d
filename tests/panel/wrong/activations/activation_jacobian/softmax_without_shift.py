# verdict: wrong
# mistake: The exponentials are taken without subtracting the maximum, so large elements give infinity by infinity, NaN.
# told: overflows
import numpy as np
from scipy.special import expit


def _softmax(x):
    e = np.exp(x)
    return e / e.sum()


def activation_jacobian(x, name):
    n = x.shape[0]
    if name == "sigmoid":
        J = np.diag(expit(x) * expit(-x))
    elif name == "tanh":
        J = np.diag(1 - np.tanh(x) ** 2)
    elif name == "relu":
        J = np.diag(np.where(x > 0, 1.0, 0.0))
    elif name == "softmax":
        p = _softmax(x)
        J = np.diag(p) - p[:, None] * p[None, :]
    elif name == "log_softmax":
        J = np.eye(n) - _softmax(x)[None, :]
    else:
        raise ValueError(f"name = {name!r}: no such activation")
    return J.astype(x.dtype)
