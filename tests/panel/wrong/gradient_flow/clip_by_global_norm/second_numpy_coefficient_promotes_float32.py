# verdict: wrong
# mistake: The coefficient is a np.float64 and under NumPy 2 it turns float32 gradients into float64.
# told: widens_float32
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    if not grads:
        return [], 0.0
    norm = np.sqrt(np.float64(sum(np.sum(np.asarray(g, dtype=np.float64) ** 2) for g in grads)))
    coef = np.minimum(1.0, max_norm / (norm + eps))
    return [np.asarray(coef * g) for g in grads], norm
