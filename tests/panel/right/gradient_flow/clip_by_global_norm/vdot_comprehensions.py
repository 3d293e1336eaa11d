# verdict: passed
# style: np.vdot, copies unclipped gradients explicitly, branch on the coefficient
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("The largest norm, max_norm, cannot be negative.")
    as64 = [g.astype(np.float64) for g in grads]
    norm = float(np.sqrt(np.sum([np.vdot(a, a) for a in as64])))
    c = max_norm / (norm + eps)
    if c >= 1:
        return [g.copy() for g in grads], norm
    return [np.asarray(a * c).astype(g.dtype) for a, g in zip(as64, grads)], norm
