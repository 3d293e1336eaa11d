# verdict: wrong
# mistake: The slope of the sigmoid is computed as exp(-x) / (1 + exp(-x))^2, which is NaN far to the left.
import numpy as np
from scipy.special import expit, ndtr


def activation_grad(x, name):
    if name == "step":
        g = np.zeros_like(x)
    elif name == "sigmoid":
        e = np.exp(-x)
        g = e / (1 + e) ** 2
    elif name == "tanh":
        g = 1 - np.tanh(x) ** 2
    elif name == "relu":
        g = x > 0
    elif name == "leaky_relu":
        g = np.where(x > 0, 1, 0.01)
    elif name == "elu":
        g = np.exp(np.minimum(x, 0))
    elif name == "softplus":
        g = expit(x)
    elif name == "swish":
        s = expit(x)
        g = s + x * s * (1 - s)
    elif name == "gelu":
        g = ndtr(x) + x * np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)
    else:
        raise ValueError(f"name {name} not supported")
    return np.asarray(g).astype(x.dtype)
