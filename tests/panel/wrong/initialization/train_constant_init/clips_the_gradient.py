# verdict: wrong
# mistake: Clips the gradient to a norm of 10 "for stability", which changes the steps wherever the gradient is larger.
import numpy as np


def train_constant_init(x, target, value, hidden, lr, steps):
    n, d = x.shape
    params = [
        np.full((hidden, d), value, dtype=x.dtype),
        np.zeros(hidden, x.dtype),
        np.full((1, hidden), value, dtype=x.dtype),
        np.zeros(1, x.dtype),
    ]
    losses = np.zeros(steps + 1, x.dtype)
    for step in range(steps + 1):
        w1, b1, w2, b2 = params
        a = np.tanh(x @ w1.T + b1)
        diff = a @ w2.T + b2 - target[:, None]
        losses[step] = np.mean(diff**2)
        if step < steps:
            d2 = 2 * diff / n
            d1 = d2 @ w2 * (1 - a**2)
            grads = [d1.T @ x, d1.sum(0), d2.T @ a, d2.sum(0)]
            norm = np.sqrt(sum(float((g**2).sum()) for g in grads))
            scale = min(1.0, 10.0 / norm) if norm > 0 else 1.0
            params = [p - lr * scale * g for p, g in zip(params, grads)]
    return dict(zip(("weight1", "bias1", "weight2", "bias2"), params), losses=losses)
