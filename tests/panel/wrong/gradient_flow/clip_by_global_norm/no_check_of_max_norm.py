# verdict: wrong
# mistake: A negative max_norm is not refused; the gradients are turned round without a word.
# told: checks_nothing
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if not grads:
        return [], 0.0
    vector = np.concatenate([g.ravel() for g in grads]).astype(np.float64)
    norm = np.linalg.norm(vector)
    c = np.minimum(1.0, max_norm / (norm + eps))
    return [np.array(g * c, dtype=g.dtype) for g in grads], norm
