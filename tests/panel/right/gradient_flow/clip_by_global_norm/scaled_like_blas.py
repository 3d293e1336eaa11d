# verdict: passed
# style: divides by the largest magnitude first, as BLAS nrm2 does, with helper functions
import numpy as np


def _global_norm(arrays):
    arrays = [np.asarray(a, dtype=np.float64) for a in arrays if a.size > 0]
    if not arrays:
        return 0.0
    if any(np.isnan(a).any() for a in arrays):
        return float("nan")
    biggest = max(float(np.abs(a).max()) for a in arrays)
    if biggest == 0.0 or np.isinf(biggest):
        return biggest
    return biggest * float(np.sqrt(sum(float(((a / biggest) ** 2).sum()) for a in arrays)))


def _coefficient(norm, max_norm, eps):
    raw = max_norm / (norm + eps)
    return raw if raw < 1.0 or raw != raw else 1.0


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be nonnegative")
    norm = _global_norm(grads)
    coefficient = _coefficient(norm, max_norm, eps)
    clipped = []
    for g in grads:
        h = np.array(g, dtype=np.float64, copy=True)
        h *= coefficient
        clipped.append(h.astype(g.dtype))
    return clipped, norm
