# verdict: wrong
# mistake: np.linalg.norm with ord=2 is the largest singular value for a matrix and not the root of the sum of squares, which differ as soon as a gradient has two rows and columns.
# told: takes_the_spectral_norm
import numpy as np


def _length(g):
    if g.ndim > 2:
        g = g.reshape(-1)
    return np.linalg.norm(np.atleast_1d(g), ord=2) if g.size else 0.0


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    if not grads:
        return [], 0.0
    norm = np.sqrt(np.sum([_length(g) ** 2 for g in grads]))
    scale = np.minimum(1.0, max_norm / (norm + eps))
    return [np.asarray(g * scale).astype(g.dtype) for g in grads], norm
