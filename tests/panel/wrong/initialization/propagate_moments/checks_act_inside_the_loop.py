# verdict: wrong
# mistake: An unknown act is only noticed in the first layer, so with no layers it is accepted.
import numpy as np


def activate(z, act):
    if act == "relu":
        return np.maximum(z, 0)
    if act == "tanh":
        return np.tanh(z)
    if act == "identity":
        return z
    raise ValueError(f"act must be relu, tanh or identity, got {act!r}")


def propagate_moments(x, weight, std, act):
    moments = np.zeros(weight.shape[0] + 1, dtype=x.dtype)
    moments[0] = np.mean(x**2)
    a = x
    for l in range(weight.shape[0]):
        a = activate(std * (a @ weight[l].T), act)
        moments[l + 1] = np.mean(a**2)
    return moments
