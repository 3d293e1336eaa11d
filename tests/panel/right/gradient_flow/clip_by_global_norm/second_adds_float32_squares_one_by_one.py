# verdict: passed
# style: the squares added one after the other in the dtype of the gradients, by cumsum
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    total = 0.0
    for g in grads:
        if g.size:
            total = np.cumsum(np.append(g.dtype.type(total), np.square(g).ravel()))[-1]
    norm = float(np.sqrt(total))
    coef = float(np.minimum(1.0, max_norm / (norm + eps)))
    return [np.array(g * coef, dtype=g.dtype) for g in grads], norm
