# verdict: wrong
# mistake: A task with weight 0 is skipped altogether, so its zero gradient is missing in the list and later heads move up.
import numpy as np


def hard_sharing_grads(x, targets, weight, heads, task_weights):
    h = np.tanh(x @ weight.T)
    dh = np.zeros_like(h)
    grad_heads = []
    for t, lam in enumerate(task_weights):
        if lam == 0:
            continue  # does not contribute
        diff = h @ heads[t].T - targets[t]
        diff = diff * (2 * float(lam) / (diff.shape[0] * diff.shape[1]))
        grad_heads.append(diff.T @ h)
        dh = dh + diff @ heads[t]
    dz = dh * (1 - h * h)
    return dz.T @ x, grad_heads
