# verdict: wrong
# mistake: A unit is kept only for u greater than p, so one with u equal to p is dropped, and at p = 0 a u of exactly 0 drops a unit.
# told: drops_where_u_equals_p
import numpy as np


def mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u=None):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    h = np.maximum(0, x @ weight1.T + bias1)
    if u is None:
        masks = np.ones((1,) + h.shape, dtype=x.dtype)
    else:
        if u.ndim != 3 or u.shape[1:] != h.shape:
            raise ValueError("u must have the shape (passes, samples, hidden units)")
        keep = (u > p).astype(x.dtype)
        masks = keep / (1 - p) if p < 1 else np.zeros_like(keep)
    z = (h * masks) @ weight2.T + bias2
    z = z - z.max(axis=-1, keepdims=True)
    probs = np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)
    return probs.mean(axis=0), probs.var(axis=0)
