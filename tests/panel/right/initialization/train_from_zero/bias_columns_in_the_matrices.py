# verdict: passed
# style: biases as extra columns of the matrices, table of activations
import numpy as np


def sig(z):
    return np.exp(-np.logaddexp(np.zeros_like(z), -z))


ACTS = {
    "tanh": (np.tanh, lambda z, a: 1 - a * a),
    "relu": (lambda z: np.where(z > 0, z, np.zeros_like(z)), lambda z, a: np.sign(a)),
    "sigmoid": (sig, lambda z, a: a * sig(-z)),
}


def train_from_zero(x, target, hidden, act, lr, steps):
    if act not in ACTS:
        raise ValueError("act must be one of " + ", ".join(ACTS))
    phi, slope = ACTS[act]
    n, d = x.shape
    ones = np.ones((n, 1), x.dtype)
    x1 = np.hstack([x, ones])
    first = np.zeros((hidden, d + 1), x.dtype)
    second = np.zeros(hidden + 1, x.dtype)

    def forward():
        z = x1 @ first.T
        a = phi(z)
        a1 = np.hstack([a, ones])
        return z, a, a1, a1 @ second

    for _ in range(steps):
        z, a, a1, score = forward()
        err = (sig(score) - target) / n
        delta = np.outer(err, second[:-1]) * slope(z, a)
        first, second = (
            (first - lr * (delta.T @ x1)).astype(x.dtype),
            (second - lr * (err @ a1)).astype(x.dtype),
        )
    score = forward()[3]
    nothing = np.zeros_like(score)
    loss = target * np.logaddexp(nothing, -score) + (1 - target) * np.logaddexp(nothing, score)
    return {
        "loss": float(loss.mean()),
        "predictions": sig(score),
        "weight1": first[:, :d].copy(),
        "bias1": first[:, d].copy(),
        "weight2": second[None, :hidden].copy(),
        "bias2": second[hidden:].copy(),
    }
