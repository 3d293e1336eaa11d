# verdict: raised
# mistake: A max_norm of 0 is refused although it is allowed and makes all gradients 0.
# told: refuses_zero
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if not max_norm > 0:
        raise ValueError("max_norm must be positive")
    norm = np.sqrt(sum((np.vdot(g, g) for g in grads), 0.0))
    c = float(np.fmin(max_norm / (norm + eps), 1.0)) if norm == norm else float("nan")
    return [np.array(g * c, dtype=g.dtype) for g in grads], norm
