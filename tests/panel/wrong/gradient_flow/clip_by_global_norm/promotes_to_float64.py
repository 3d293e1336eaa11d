# verdict: wrong
# mistake: The coefficient is a NumPy float64, so float32 gradients come back as float64.
# told: widens_float32
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be >= 0")
    norm = np.sqrt(sum(np.sum(np.square(g, dtype=np.float64)) for g in grads))
    coefficient = np.minimum(1.0, max_norm / (norm + eps))
    return [np.asarray(coefficient * g) for g in grads], norm
