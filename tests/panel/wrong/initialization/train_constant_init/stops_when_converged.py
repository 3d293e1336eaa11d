# verdict: wrong
# mistake: Stops as soon as the loss hardly changes any more, so there are fewer than steps + 1 losses.
import numpy as np


def train_constant_init(x, target, value, hidden, lr, steps):
    n, d = x.shape
    w1, b1 = np.full((hidden, d), value, dtype=x.dtype), np.zeros(hidden, x.dtype)
    w2, b2 = np.full((1, hidden), value, dtype=x.dtype), np.zeros(1, x.dtype)
    losses = []
    for step in range(steps + 1):
        a = np.tanh(x @ w1.T + b1)
        diff = a @ w2.T + b2 - target[:, None]
        losses.append(np.mean(diff**2))
        if step == steps or (step > 0 and abs(losses[-1] - losses[-2]) < 1e-9):
            break
        d2 = 2 * diff / n
        d1 = d2 @ w2 * (1 - a**2)
        w1 -= lr * d1.T @ x
        b1 -= lr * d1.sum(0)
        w2 -= lr * d2.T @ a
        b2 -= lr * d2.sum(0)
    return {"losses": np.array(losses, x.dtype), "weight1": w1, "bias1": b1, "weight2": w2, "bias2": b2}
