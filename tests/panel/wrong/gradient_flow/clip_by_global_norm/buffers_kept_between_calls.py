# verdict: wrong
# mistake: Output buffers are cached by shape, so a second call overwrites the arrays that an earlier call returned.
import numpy as np

_BUFFERS = {}


def _buffer(position, g):
    key = (position, g.shape, g.dtype)
    if key not in _BUFFERS:
        _BUFFERS[key] = np.empty(g.shape, g.dtype)
    return _BUFFERS[key]


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if max_norm < 0:
        raise ValueError("max_norm is negative")
    norm = np.sqrt(sum((np.sum(np.square(g, dtype=np.float64)) for g in grads), 0.0))
    c = np.minimum(1.0, max_norm / (norm + eps))
    clipped = []
    for i, g in enumerate(grads):
        out = _buffer(i, g)
        out[...] = g * c
        clipped.append(out)
    return clipped, norm
