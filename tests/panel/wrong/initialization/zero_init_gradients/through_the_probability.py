# verdict: wrong
# mistake: Divides by p (1 - p) on the way back, which is 0 / 0 = nan once the output saturates; the gradient must stay finite.
# told: overflows_in_the_sigmoid
import numpy as np


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def zero_init_gradients(x, target, hidden, act, value=0.0):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    n, d = x.shape
    w1 = np.full((hidden, d), value, dtype=x.dtype)
    w2 = np.full((1, hidden), value, dtype=x.dtype)
    z = x @ w1.T
    if act == "tanh":
        a = np.tanh(z)
        da = 1 - a**2
    elif act == "relu":
        a = np.maximum(z, 0)
        da = (z > 0).astype(x.dtype)
    else:
        a = _sigmoid(z)
        da = a * (1 - a)
    p = _sigmoid(a @ w2.T)
    y = target[:, None]
    dp = (-y / p + (1 - y) / (1 - p)) / n
    d2 = dp * p * (1 - p)
    d1 = d2 @ w2 * da
    return {"weight1": d1.T @ x, "bias1": d1.sum(0), "weight2": d2.T @ a, "bias2": d2.sum(0)}
