# verdict: wrong
# mistake: a u that broadcasts to x is accepted, so one row for the whole batch raises nothing.
# told: broadcasts_u
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    try:
        u = np.broadcast_to(u, x.shape)
    except ValueError:
        raise ValueError(f"u of shape {u.shape} does not fit x of shape {x.shape}") from None
    if not training:
        return x.copy(), np.ones_like(x)
    mask = np.zeros_like(x)
    if p < 1:
        mask[u >= p] = 1 / (1 - p)
    return x * mask, mask
