# verdict: wrong
# mistake: It multiplies the caller's arrays in place instead of leaving the input alone.
# told: scales_in_place
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be >= 0")
    norm = np.sqrt(sum(np.sum(g.astype(np.float64) ** 2) for g in grads))
    c = np.minimum(1.0, max_norm / (norm + eps))
    if c != 1.0:
        for g in grads:
            g *= c
    return [g.copy() for g in grads], norm
