# verdict: wrong
# mistake: ELU multiplies both branches by masks, so for a large x zero times infinity gives NaN.
# told: masks_the_elu
import numpy as np
from scipy.special import erf, expit


def activation(x, name):
    if name == "step":
        y = x > 0
    elif name == "sigmoid":
        y = expit(x)
    elif name == "tanh":
        y = np.tanh(x)
    elif name == "relu":
        y = x * (x > 0)
    elif name == "leaky_relu":
        y = x * (x > 0) + 0.01 * x * (x <= 0)
    elif name == "elu":
        y = x * (x > 0) + (np.exp(x) - 1) * (x <= 0)
    elif name == "softplus":
        y = np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))
    elif name == "swish":
        y = x * expit(x)
    elif name == "gelu":
        y = x * 0.5 * (1 + erf(x / np.sqrt(2)))
    else:
        raise ValueError("name is not a known activation")
    return np.asarray(y).astype(x.dtype)
