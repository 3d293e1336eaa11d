# verdict: wrong
# mistake: math.hypot returns inf when one argument is inf and another NaN, so the norm is inf and a NaN is hidden.
# told: loses_a_nan_beside_infinity
import math

import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must not be below 0")
    norm = 0.0
    for g in grads:
        norm = math.hypot(norm, *g.ravel().tolist())
    c = max_norm / (norm + eps)
    if c > 1.0:
        c = 1.0
    return [np.asarray(g * np.float64(c)).astype(g.dtype) for g in grads], norm
