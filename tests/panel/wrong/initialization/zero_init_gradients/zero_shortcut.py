# verdict: wrong
# mistake: Declares the gradient of the weights behind a zero start to be zero, but with sigmoid units weight2 does get one.
import numpy as np


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


def zero_init_gradients(x, target, hidden, act, value=0.0):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    n, d = x.shape
    out = {
        "weight1": np.zeros((hidden, d), x.dtype),
        "bias1": np.zeros(hidden, x.dtype),
        "weight2": np.zeros((1, hidden), x.dtype),
        "bias2": np.array([0.5 - target.mean()], dtype=x.dtype),
    }
    if value == 0:
        return out
    z = value * x.sum(axis=1)
    if act == "tanh":
        a, da = np.tanh(z), 1 - np.tanh(z) ** 2
    elif act == "relu":
        a, da = np.maximum(z, 0), (z > 0) * 1.0
    else:
        a, da = _sigmoid(z), _sigmoid(z) * (1 - _sigmoid(z))
    err = (_sigmoid(value * hidden * a) - target) / n
    out["weight1"][:] = (err * value * da) @ x
    out["bias1"][:] = (err * value * da).sum()
    out["weight2"][:] = err @ a
    out["bias2"][:] = err.sum()
    return out
