# verdict: passed
# style: plain loops over rows and columns, with the math module and a Kronecker delta
import math

import numpy as np


def _sigmoid(v):
    e = math.exp(-abs(v))
    return (1.0 if v >= 0 else e) / (1.0 + e)


def _softmax(values):
    top = max(values)
    e = [math.exp(v - top) for v in values]
    total = sum(e)
    return [u / total for u in e]


def activation_jacobian(x, name):
    if name not in ("sigmoid", "tanh", "relu", "softmax", "log_softmax"):
        raise ValueError(f"unknown name {name!r}")
    values = [float(v) for v in x]
    n = len(values)
    p = _softmax(values)
    J = np.zeros((n, n), dtype=x.dtype)
    for i in range(n):
        for j in range(n):
            delta = 1.0 if i == j else 0.0
            if name == "softmax":
                J[i, j] = p[i] * (delta - p[j])
            elif name == "log_softmax":
                J[i, j] = delta - p[j]
            elif i == j:
                v = values[i]
                if name == "sigmoid":
                    J[i, i] = _sigmoid(v) * _sigmoid(-v)
                elif name == "tanh":
                    J[i, i] = 1.0 - math.tanh(v) ** 2
                else:
                    J[i, i] = 1.0 if v > 0 else 0.0
    return J
