# verdict: wrong
# mistake: The maps are written into a buffer that is kept for the next call with the same shape, so an earlier result changes; a new array is asked for.
import numpy as np

_buffers = {}


def saliency(grad_x):
    n, c, h, w = grad_x.shape
    key = (n, h, w, grad_x.dtype)
    if key not in _buffers:
        _buffers[key] = np.empty((n, h, w), dtype=grad_x.dtype)
    out = _buffers[key]
    out[...] = 0
    for k in range(c):
        np.maximum(out, np.abs(grad_x[:, k]), out=out)
    return out
