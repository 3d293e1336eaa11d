# verdict: wrong
# mistake: Where nothing has to be clipped it hands back the very input arrays instead of new ones.
# told: hands_back_short_gradients
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be >= 0")
    norm = np.sqrt(np.sum([np.sum(np.square(g, dtype=np.float64)) for g in grads]))
    c = max_norm / (norm + eps)
    if c >= 1.0:
        return list(grads), norm
    return [np.asarray(g * c).astype(g.dtype) for g in grads], norm
