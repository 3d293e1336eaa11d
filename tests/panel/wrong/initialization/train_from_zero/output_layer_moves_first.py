# verdict: wrong
# mistake: Moves weight2 before the gradient of the hidden layer is taken, so not all gradients are of the same point.
# told: moves_one_layer_after_the_other
import numpy as np


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def _forward(x, w1, b1, w2, b2, act):
    z = x @ w1.T + b1
    if act == "tanh":
        a = np.tanh(z)
        da = 1 - a**2
    elif act == "relu":
        a = np.maximum(z, 0)
        da = (z > 0).astype(x.dtype)
    else:
        a = _sigmoid(z)
        da = a * (1 - a)
    return a, da, (a @ w2.T + b2)[:, 0]


def _loss(s, y):
    return float(np.mean(np.maximum(s, 0) - s * y + np.log1p(np.exp(-np.abs(s)))))


def train_from_zero(x, target, hidden, act, lr, steps):
    if act not in ("tanh", "relu", "sigmoid"):
        raise ValueError(f"act must be tanh, relu or sigmoid, got {act!r}")
    n, d = x.shape
    w1, b1 = np.zeros((hidden, d), x.dtype), np.zeros(hidden, x.dtype)
    w2, b2 = np.zeros((1, hidden), x.dtype), np.zeros(1, x.dtype)
    for _ in range(steps):
        a, da, s = _forward(x, w1, b1, w2, b2, act)
        d2 = (_sigmoid(s) - target)[:, None] / n
        w2 -= lr * (d2.T @ a)
        b2 -= lr * d2.sum(0)
        d1 = d2 @ w2 * da
        w1 -= lr * (d1.T @ x)
        b1 -= lr * d1.sum(0)
    s = _forward(x, w1, b1, w2, b2, act)[2]
    return {"loss": _loss(s, target), "predictions": _sigmoid(s), "weight1": w1, "bias1": b1, "weight2": w2, "bias2": b2}
