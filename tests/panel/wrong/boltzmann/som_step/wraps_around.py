# verdict: wrong
# mistake: Distances on the sheet wrap around its borders like on a torus, which the statement rules out.
# told: wraps_around
import numpy as np


def som_step(x, weight, lr, sigma):
    if sigma <= 0:
        raise ValueError("sigma must be above 0")
    R, C, _ = weight.shape
    d2 = ((weight - x) ** 2).sum(-1)
    r0, c0 = np.unravel_index(d2.argmin(), d2.shape)
    dr = np.abs(np.arange(R) - r0)
    dc = np.abs(np.arange(C) - c0)
    dr = np.minimum(dr, R - dr)
    dc = np.minimum(dc, C - dc)
    with np.errstate(over="ignore"):
        h = np.exp(-((dr / sigma) ** 2)[:, None] / 2 - ((dc / sigma) ** 2)[None, :] / 2)
    return (weight + lr * h[..., None] * (x - weight)).astype(weight.dtype)
