# verdict: wrong
# mistake: The errors are stored in arrays of np.zeros, which are float64 also where all inputs are float32.
# told: returns_float64
import numpy as np


def two_stage_vs_joint(x, target, x_val, target_val, weight, lr, steps):
    train, val = np.zeros(steps + 1), np.zeros(steps + 1)
    w = weight.copy()
    v = np.linalg.lstsq(np.tanh(x @ w.T), target, rcond=None)[0]
    n = x.shape[0]
    for k in range(steps + 1):
        h = np.tanh(x @ w.T)
        residual = h @ v - target
        train[k] = residual @ residual / n
        residual_val = np.tanh(x_val @ w.T) @ v - target_val
        val[k] = residual_val @ residual_val / len(target_val)
        dv = 2 / n * (residual @ h)
        dw = 2 / n * ((residual[:, None] * (1 - h**2) * v).T @ x)
        w, v = w - lr * dw, v - lr * dv
    return train, val
