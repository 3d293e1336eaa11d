# verdict: raised
# mistake: It raises for max_norm = 0, which is allowed and must give gradients of 0.
# told: refuses_zero
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm <= 0:
        raise ValueError(f"max_norm must be positive, got {max_norm}")
    norm = np.sqrt(sum((np.sum(np.square(g, dtype=np.float64)) for g in grads), 0.0))
    c = np.minimum(1.0, max_norm / (norm + eps))
    return [np.array(g * c, dtype=g.dtype) for g in grads], norm
