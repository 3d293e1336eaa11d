# verdict: wrong
# mistake: It decides by norm > max_norm instead of by the formula, so gradients with a norm just below max_norm do not shrink.
# told: compares_first
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must not be negative")
    norm = np.sqrt(sum((np.sum(g.astype(np.float64) ** 2) for g in grads), 0.0))
    if norm <= max_norm:
        return [g.copy() for g in grads], norm
    c = max_norm / (norm + eps)
    return [np.asarray(g * c).astype(g.dtype) for g in grads], norm
