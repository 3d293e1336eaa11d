# verdict: wrong
# mistake: The norms are combined with math.hypot, which returns infinity for infinity beside NaN, so the norm is infinite and finite entries become 0 instead of NaN.
# told: loses_a_nan_beside_infinity
import math

import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    norm = 0.0
    for g in grads:
        norm = math.hypot(norm, float(np.linalg.norm(g.ravel())))
    c = float(np.minimum(1.0, max_norm / (norm + eps)))
    return [np.array(c * g, dtype=g.dtype) for g in grads], norm
