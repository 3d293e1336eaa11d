# verdict: wrong
# mistake: The parameters and losses are float64 whatever the dtype of x.
# told: returns_float64
import numpy as np


def train_constant_init(x, target, value, hidden, lr, steps):
    n, d = x.shape
    w1, b1 = np.full((hidden, d), float(value)), np.zeros(hidden)
    w2, b2 = np.full((1, hidden), float(value)), np.zeros(1)
    losses = []
    for step in range(steps + 1):
        a = np.tanh(x @ w1.T + b1)
        diff = a @ w2.T + b2 - target[:, None]
        losses.append(np.mean(diff**2))
        if step == steps:
            break
        d2 = 2 * diff / n
        d1 = d2 @ w2 * (1 - a**2)
        w1 -= lr * d1.T @ x
        b1 -= lr * d1.sum(0)
        w2 -= lr * d2.T @ a
        b2 -= lr * d2.sum(0)
    return {"losses": np.array(losses), "weight1": w1, "bias1": b1, "weight2": w2, "bias2": b2}
