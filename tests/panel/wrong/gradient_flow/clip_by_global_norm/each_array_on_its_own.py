# verdict: wrong
# mistake: It takes the coefficient from each array's own norm instead of one coefficient from the global norm.
# told: clips_each_array_alone
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must be at least 0")
    clipped = []
    total = 0.0
    for g in grads:
        n = np.sqrt(np.sum(g.astype(np.float64) ** 2))
        total += n**2
        clipped.append(np.asarray(g * np.minimum(1.0, max_norm / (n + eps))).astype(g.dtype))
    return clipped, np.sqrt(total)
