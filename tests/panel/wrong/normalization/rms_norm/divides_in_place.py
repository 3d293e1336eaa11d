# verdict: wrong
# mistake: The rows are divided in place through a reshaped view, so the caller's x is overwritten.
# told: overwrites_x
import numpy as np


def rms_norm(x, weight, eps=1e-6):
    rows = x.reshape(-1, x.shape[-1])
    for row in rows:
        row /= np.sqrt(np.mean(row ** 2) + eps)
    return rows.reshape(x.shape) * weight
