# verdict: wrong
# mistake: When nothing is clipped a new list with the very same arrays is returned, where new arrays are asked for.
# told: hands_back_short_gradients
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    if not grads:
        return [], 0.0
    norm = np.linalg.norm(np.concatenate([g.ravel() for g in grads]))
    coef = float(np.minimum(1.0, max_norm / (norm + eps)))
    if coef == 1.0:
        return list(grads), norm
    return [np.asarray(g * coef, dtype=g.dtype) for g in grads], norm
