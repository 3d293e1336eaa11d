# verdict: wrong
# mistake: np.linalg.norm(matrix, 2) is the largest singular value, not the Euclidean length of the entries.
# told: takes_the_spectral_norm
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must not be below 0")
    squares = 0.0
    for g in grads:
        matrix = g.reshape(1, -1) if g.ndim < 2 else g.reshape(g.shape[0], -1)
        if matrix.size:
            squares += np.linalg.norm(matrix.astype(np.float64), 2) ** 2
    norm = np.sqrt(squares)
    c = np.minimum(1.0, max_norm / (norm + eps))
    return [np.array(g * c, dtype=g.dtype) for g in grads], norm
