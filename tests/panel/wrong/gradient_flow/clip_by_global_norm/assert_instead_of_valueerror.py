# verdict: raised
# mistake: A negative max_norm gives an AssertionError where a ValueError is asked for.
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    assert max_norm >= 0, "max_norm must be at least 0"
    norm = np.sqrt(np.sum([np.sum(np.square(g, dtype=np.float64)) for g in grads]))
    c = np.minimum(1.0, max_norm / (norm + eps))
    return [np.asarray(g * c).astype(g.dtype) for g in grads], norm
