# verdict: wrong
# mistake: The mask lives in a buffer kept per shape, so the next call overwrites a mask returned before.
import numpy as np

_buffers = {}


def _buffer(shape, dtype):
    key = (shape, np.dtype(dtype).str)
    if key not in _buffers:
        _buffers[key] = np.empty(shape, dtype)
    return _buffers[key]


def dropout_forward(x, u, p, training=True):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    mask = _buffer(x.shape, x.dtype)
    mask[...] = 1
    if training:
        mask[u < p] = 0
        if p < 1:
            mask /= 1 - p
    return x * mask, mask
