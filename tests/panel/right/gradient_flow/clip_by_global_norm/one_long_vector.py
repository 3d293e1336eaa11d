# verdict: passed
# style: concatenates everything into one vector, np.linalg.norm, scales and splits again
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm has to be at least 0")
    if len(grads) == 0:
        return [], 0.0
    vector = np.concatenate([np.asarray(g, dtype=np.float64).ravel() for g in grads])
    norm = np.linalg.norm(vector)
    vector = vector * np.minimum(1.0, max_norm / (norm + eps))
    ends = np.cumsum([g.size for g in grads])[:-1]
    pieces = np.split(vector, ends)
    return [p.reshape(g.shape).astype(g.dtype) for p, g in zip(pieces, grads)], norm
