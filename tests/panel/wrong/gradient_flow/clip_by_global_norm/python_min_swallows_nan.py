# verdict: wrong
# mistake: min(1.0, nan) is 1.0 in Python, so after a NaN the other gradients come back unscaled instead of NaN.
# told: hides_a_nan
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    norm = np.sqrt(sum(np.sum(g.astype(np.float64) ** 2) for g in grads))
    coef = min(1.0, max_norm / (norm + eps))
    return [np.array(g * coef, dtype=g.dtype) for g in grads], norm
