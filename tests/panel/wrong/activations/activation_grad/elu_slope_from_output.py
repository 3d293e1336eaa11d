# verdict: wrong
# mistake: Left of zero the slope of ELU is taken as x + 1, which would be right for the output and not for the input.
import math

import numpy as np


def _sigmoid(x):
    return 0.5 * (1 + np.tanh(x / 2))


def activation_grad(x, name):
    s = _sigmoid(x)
    if name == "step":
        g = np.zeros(x.shape)
    elif name == "sigmoid":
        g = s * (1 - s)
    elif name == "tanh":
        g = 1 - np.square(np.tanh(x))
    elif name == "relu":
        g = np.where(x > 0, 1, 0)
    elif name == "leaky_relu":
        g = np.where(x > 0, 1, 0.01)
    elif name == "elu":
        g = np.where(x > 0, 1, x + 1)
    elif name == "softplus":
        g = s
    elif name == "swish":
        g = s * (1 + x * (1 - s))
    elif name == "gelu":
        cdf = 0.5 * (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2)))
        g = cdf + x * np.exp(-0.5 * np.square(x)) / math.sqrt(2 * math.pi)
    else:
        raise ValueError(f"activation name {name!r} unknown")
    return np.asarray(g, dtype=x.dtype)
