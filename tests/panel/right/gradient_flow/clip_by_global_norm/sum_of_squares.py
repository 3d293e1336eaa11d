# verdict: passed
# style: short vectorised answer with a generator sum and np.minimum
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm < 0")
    norm = np.sqrt(sum((np.sum(np.square(g, dtype=np.float64)) for g in grads), np.float64(0.0)))
    c = np.minimum(1.0, max_norm / (norm + eps))
    return [np.array(g * c, dtype=g.dtype) for g in grads], norm
