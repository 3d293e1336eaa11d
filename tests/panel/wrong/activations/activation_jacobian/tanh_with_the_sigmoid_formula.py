# verdict: wrong
# mistake: The slope of tanh is computed as y (1 - y), which belongs to the sigmoid; it must be 1 - y^2.
import numpy as np


def _sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


def _softmax(x):
    e = np.exp(x - np.max(x))
    return e / np.sum(e)


def activation_jacobian(x, name):
    J = np.zeros((x.size, x.size), dtype=x.dtype)
    if name in ("sigmoid", "tanh"):
        y = _sigmoid(x) if name == "sigmoid" else np.tanh(x)
        np.fill_diagonal(J, y * (1 - y))
    elif name == "relu":
        np.fill_diagonal(J, x > 0)
    elif name == "softmax":
        p = _softmax(x)
        np.fill_diagonal(J, p)
        J -= np.outer(p, p)
    elif name == "log_softmax":
        np.fill_diagonal(J, 1)
        J -= _softmax(x)
    else:
        raise ValueError(f"name must not be {name!r}")
    return J
