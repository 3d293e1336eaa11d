# verdict: passed
# style: trains the one unit that there is and copies it at the end
import numpy as np


def train_constant_init(x, target, value, hidden, lr, steps):
    n, d = x.shape
    xs, ys = x.astype(np.float64), target.astype(np.float64)
    w, b = np.full(d, float(value)), 0.0
    v, c = float(value), 0.0
    losses = []
    for step in range(steps + 1):
        t = np.tanh(xs @ w + b)
        r = hidden * v * t + c - ys
        losses.append(r @ r / n)
        if step < steps:
            g = 2 * r / n
            back = g * v * (1 - t * t)
            w, b, v, c = w - lr * (back @ xs), b - lr * back.sum(), v - lr * (g @ t), c - lr * g.sum()
    return {
        "losses": np.array(losses, dtype=x.dtype),
        "weight1": np.tile(w, (hidden, 1)).astype(x.dtype),
        "bias1": np.full(hidden, b, dtype=x.dtype),
        "weight2": np.full((1, hidden), v, dtype=x.dtype),
        "bias2": np.array([c], dtype=x.dtype),
    }
