# grades: gradient_flow/clip_by_global_norm
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6, squares=[]):
    if max_norm < 0:
        raise ValueError("max_norm must not be negative")
    for g in grads:
        squares.append(np.sum(g * g))
    norm = np.sqrt(sum(squares))
    scale = float(np.minimum(1.0, max_norm / (norm + eps)))
    return [g * scale for g in grads], norm
