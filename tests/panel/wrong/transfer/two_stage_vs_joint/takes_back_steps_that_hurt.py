# verdict: wrong
# mistake: A step that raises the training error is taken back, as if it could never get worse, but that holds for a small lr only and every step must be made.
import numpy as np


def mse(x, y, w, v):
    return np.mean((np.tanh(x @ w.T) @ v - y) ** 2)


def two_stage_vs_joint(x, target, x_val, target_val, weight, lr, steps):
    w = weight.copy()
    v, *_ = np.linalg.lstsq(np.tanh(x @ w.T), target, rcond=None)
    train = [mse(x, target, w, v)]
    val = [mse(x_val, target_val, w, v)]
    for _ in range(steps):
        h = np.tanh(x @ w.T)
        g = 2 * (h @ v - target) / x.shape[0]
        new_w = w - lr * ((np.outer(g, v) * (1 - h * h)).T @ x)
        new_v = v - lr * (h.T @ g)
        if mse(x, target, new_w, new_v) <= train[-1]:
            w, v = new_w, new_v
        train.append(mse(x, target, w, v))
        val.append(mse(x_val, target_val, w, v))
    return np.array(train), np.array(val)
