# verdict: wrong
# mistake: The result lies in a buffer kept between calls, so a second call of the same shape overwrites the first result.
import numpy as np

_buffers = {}


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    key = (x.shape, x.dtype)
    if key not in _buffers:
        _buffers[key] = np.empty(x.shape, x.dtype)
    out = _buffers[key]
    np.subtract(x, x.max(axis=dim, keepdims=True), out=out)
    out /= temperature
    np.exp(out, out=out)
    out /= out.sum(axis=dim, keepdims=True)
    return out
