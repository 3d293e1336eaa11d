# verdict: passed
# style: np.divide with where= on the kept entries
import numpy as np


def _check(x, u, p):
    if p < 0 or p > 1:
        raise ValueError("p out of [0, 1]")
    if x.shape != u.shape:
        raise ValueError("shape of u differs from that of x")


def dropout_forward(x, u, p, training=True):
    _check(x, u, p)
    rate = p if training else 0.0
    kept = np.greater_equal(u, rate) if training else np.ones(x.shape, dtype=bool)
    mask = np.zeros(x.shape, dtype=x.dtype)
    if rate < 1:
        mask[kept] = 1.0 / (1.0 - rate)
    out = np.zeros(x.shape, dtype=x.dtype)
    np.multiply(x, mask, out=out, where=kept)
    return out, mask
