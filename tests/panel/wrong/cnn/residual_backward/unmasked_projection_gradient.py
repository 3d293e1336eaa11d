# verdict: wrong
# mistake: The gradient by proj is taken with grad_output itself, before the last ReLU has blocked it where the output is zero.
import numpy as np


def residual_backward(grad_output, x, weight1, bias1, weight2, bias2, proj=None):
    z1 = x @ weight1.T + bias1
    h = np.maximum(z1, 0)
    f = h @ weight2.T + bias2
    z2 = f + (x if proj is None else x @ proj.T)

    dz2 = grad_output * (z2 > 0)
    dz1 = (dz2 @ weight2) * (z1 > 0)
    dx = dz1 @ weight1
    dw1, db1 = dz1.T @ x, dz1.sum(axis=0)
    dw2, db2 = dz2.T @ h, dz2.sum(axis=0)
    if proj is None:
        return dx + dz2, dw1, db1, dw2, db2
    return dx + dz2 @ proj, dw1, db1, dw2, db2, grad_output.T @ x
