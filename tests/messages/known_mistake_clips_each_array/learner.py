# grades: gradient_flow/clip_by_global_norm
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm must not be negative")
    out = []
    total = 0.0
    for g in grads:
        norm = float(np.sqrt((g**2).sum()))
        total += norm**2
        out.append(g * min(1.0, max_norm / (norm + eps)))
    return out, total**0.5
