# verdict: wrong
# mistake: The ReLU passes the gradient where its input is exactly zero, but its slope there is 0.
# told: passes_at_zero
import numpy as np


def residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1 = x @ weight1.T + bias1
    h = np.maximum(z1, 0)
    s = x if proj is None else x @ proj.T
    z2 = s + h @ weight2.T + bias2
    d2 = np.where(z2 < 0, np.zeros_like(z2), grad_output)
    dh = d2 @ weight2
    d1 = np.where(z1 < 0, np.zeros_like(z1), dh)
    ds = d2.copy() if proj is None else d2 @ proj
    grads = [ds + d1 @ weight1, d1.T @ x, d1.sum(0), d2.T @ h, d2.sum(0)]
    if proj is not None:
        grads.append(d2.T @ x)
    return tuple(grads)
