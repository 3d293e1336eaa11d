# verdict: passed
# style: adds one hidden unit after the other, softplus from max and log1p
import numpy as np


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def free_energy(visible, weight, visible_bias, hidden_bias):
    visible = np.asarray(visible)
    v = visible.astype(np.float64)
    total = np.zeros(visible.shape[:-1])
    for w_row, c in zip(weight, hidden_bias):
        total = total + softplus(np.dot(v, w_row.astype(np.float64)) + float(c))
    total = total + np.dot(v, visible_bias.astype(np.float64))
    return (-total).astype(visible.dtype)[()]
