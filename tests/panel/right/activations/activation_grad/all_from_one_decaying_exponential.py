# verdict: passed
# style: NumPy, the logistic functions all come from e = exp(-|x|), which cannot overflow
import math

import numpy as np
from scipy.special import erfc


def activation_grad(x, name):
    positive = x > 0
    e = np.exp(-np.abs(x))
    s = np.where(positive, 1, e) / (1 + e)  # sigmoid
    bell = e / (1 + e) ** 2  # its slope
    if name == "step":
        slope = np.zeros_like(x)
    elif name == "sigmoid":
        slope = bell
    elif name == "tanh":
        slope = 4 * e**2 / (1 + e**2) ** 2
    elif name == "relu":
        slope = positive
    elif name == "leaky_relu":
        slope = np.where(positive, 1.0, 0.01)
    elif name == "elu":
        slope = np.where(positive, 1, e)
    elif name == "softplus":
        slope = s
    elif name == "swish":
        slope = s + x * bell
    elif name == "gelu":
        c = np.clip(x, -50, 50)
        slope = 0.5 * erfc(-c / math.sqrt(2)) + c * np.exp(-0.5 * c * c) / math.sqrt(2 * math.pi)
    else:
        raise ValueError(f"unknown name: {name!r}")
    return np.array(slope, dtype=x.dtype)
