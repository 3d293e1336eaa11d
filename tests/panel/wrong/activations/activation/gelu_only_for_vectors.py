# verdict: wrong
# mistake: The error function is collected in a flat list, so gelu crashes on a matrix and gives a wrong shape for a single number.
import math

import numpy as np


def _sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x))


def activation(x, name):
    if name == "step":
        y = np.where(x > 0, 1.0, 0.0)
    elif name == "sigmoid":
        y = _sigmoid(x)
    elif name == "tanh":
        y = np.tanh(x)
    elif name == "relu":
        y = np.maximum(x, 0)
    elif name == "leaky_relu":
        y = np.maximum(x, 0.01 * x)
    elif name == "elu":
        y = np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1)
    elif name == "softplus":
        y = np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
    elif name == "swish":
        y = x * _sigmoid(x)
    elif name == "gelu":
        phi = np.array([0.5 * (1 + math.erf(v / math.sqrt(2))) for v in x.flatten()])
        y = x * phi
    else:
        raise ValueError("there is no activation of this name")
    return np.asarray(y, dtype=x.dtype)
