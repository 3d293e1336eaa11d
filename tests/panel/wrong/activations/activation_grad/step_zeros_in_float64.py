# verdict: wrong
# mistake: The zeros of the step are made with the default dtype, float64, whatever the dtype of x.
import numpy as np
from scipy.special import erf, expit


def activation_grad(x, name):
    if name == "step":
        return np.zeros(x.shape)
    if name == "relu":
        return np.asarray(x > 0).astype(x.dtype)
    out = np.empty_like(x)
    if name == "sigmoid":
        out[...] = expit(x) * expit(-x)
    elif name == "tanh":
        out[...] = 1 - np.tanh(x) ** 2
    elif name == "leaky_relu":
        out[...] = 0.01
        out[x > 0] = 1
    elif name == "elu":
        out[...] = np.exp(np.minimum(x, 0))
    elif name == "softplus":
        out[...] = expit(x)
    elif name == "swish":
        out[...] = expit(x) + x * expit(x) * expit(-x)
    elif name == "gelu":
        c = np.clip(x, -40, 40)
        out[...] = 0.5 * (1 + erf(c / np.sqrt(2))) + c / np.sqrt(2 * np.pi) * np.exp(-c * c / 2)
    else:
        raise ValueError("name: " + str(name))
    return out
