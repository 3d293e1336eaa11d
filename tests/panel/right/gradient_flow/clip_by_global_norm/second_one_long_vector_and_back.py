# verdict: passed
# style: really builds the long vector, scales it, and cuts it up again
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError(f"max_norm must not be negative, got {max_norm}")
    if len(grads) == 0:
        return [], 0.0
    vector = np.concatenate([np.ravel(g) for g in grads])
    wide = vector.astype(np.float64)
    norm = np.sqrt(wide @ wide)
    with np.errstate(invalid="ignore"):
        shortened = (wide * np.minimum(1.0, max_norm / (norm + eps))).astype(vector.dtype)
    ends = np.cumsum([g.size for g in grads])
    pieces = np.split(shortened, ends[:-1])
    return [piece.reshape(g.shape).copy() for piece, g in zip(pieces, grads)], norm
