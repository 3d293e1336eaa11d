# verdict: wrong
# mistake: The steps are made with -= on the argument itself, so the caller's weight is changed.
import numpy as np


def two_stage_vs_joint(x, target, x_val, target_val, weight, lr, steps):
    v = np.linalg.lstsq(np.tanh(x @ weight.T), target, rcond=None)[0]
    train, val = [], []
    for k in range(steps + 1):
        h = np.tanh(x @ weight.T)
        r = h @ v - target
        train.append((r**2).mean())
        val.append(((np.tanh(x_val @ weight.T) @ v - target_val) ** 2).mean())
        if k == steps:
            break
        g = 2 * r / len(r)
        grad_v = h.T @ g
        grad_w = (g[:, None] * v * (1 - h**2)).T @ x
        weight -= lr * grad_w
        v -= lr * grad_v
    return np.array(train), np.array(val)
