# verdict: wrong
# mistake: When the coefficient is 0 it writes zeros instead of multiplying, so an infinite gradient becomes 0 and not NaN.
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    total = 0.0
    for g in grads:
        total += float((g.astype(np.float64) ** 2).sum())
    norm = total**0.5
    c = float(np.minimum(1.0, max_norm / (norm + eps)))
    if c == 0.0:
        return [np.zeros_like(g) for g in grads], norm
    return [np.asarray(g * c, dtype=g.dtype) for g in grads], norm
