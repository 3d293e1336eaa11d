# verdict: wrong
# mistake: The residual is written into the arrays of targets, which must not be changed.
import numpy as np


def hard_sharing_grads(x, targets, weight, heads, task_weights):
    h = np.tanh(x @ weight.T)
    dh = np.zeros_like(h)
    grad_heads = []
    for y, v, lam in zip(targets, heads, task_weights):
        err = np.subtract(h @ v.T, y, out=y)
        dy = (2.0 * lam / err.size) * err
        grad_heads.append(dy.T @ h)
        dh += dy @ v
    grad_weight = (dh * (1.0 - h**2)).T @ x
    return grad_weight, grad_heads
