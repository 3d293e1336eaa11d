# verdict: wrong
# mistake: Python's min(1.0, nan) is 1.0, so with a NaN in one gradient all other entries come back untouched instead of NaN.
# told: hides_a_nan
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    norm = float(np.sqrt(sum(float(np.sum(np.square(g))) for g in grads)))
    coef = min(1.0, max_norm / (norm + eps))
    return [np.asarray(g * coef) for g in grads], norm
