# verdict: wrong
# mistake: When the norm is NaN it returns zero gradients (skips the step) instead of letting every entry be NaN.
# told: returns_zeros_after_an_accident
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be non-negative")
    norm = np.sqrt(sum((np.sum(np.square(g, dtype=np.float64)) for g in grads), 0.0))
    if not np.isfinite(norm):
        return [np.zeros_like(g) for g in grads], norm
    c = min(1.0, max_norm / (norm + eps))
    return [np.asarray(g * c).astype(g.dtype) for g in grads], norm
