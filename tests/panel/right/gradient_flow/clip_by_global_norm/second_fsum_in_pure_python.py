# verdict: passed
# style: math.fsum over Python floats, explicit case for NaN
import math

import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm < 0")
    norm = math.sqrt(math.fsum(v * v for g in grads for v in g.ravel().tolist()))
    ratio = max_norm / (norm + eps)
    c = 1.0 if ratio > 1.0 else ratio  # a NaN ratio compares false and stays
    with np.errstate(invalid="ignore"):
        return [np.array(g * c, dtype=g.dtype) for g in grads], norm
