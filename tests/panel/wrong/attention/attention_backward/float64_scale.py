# verdict: wrong
# mistake: Dividing by np.sqrt of the size, a float64 scalar, turns float32 arrays into float64 results.
# told: returns_float64
import numpy as np


def attention_backward(grad_output, query, key, value):
    kt = np.moveaxis(key, -1, -2)
    vt = np.moveaxis(value, -1, -2)
    root = np.sqrt(query.shape[-1])
    s = query @ kt / root
    s -= s.max(axis=-1, keepdims=True)
    a = np.exp(s)
    a /= a.sum(axis=-1, keepdims=True)
    da = grad_output @ vt
    inner = np.sum(da * a, axis=-1, keepdims=True)
    ds = a * (da - inner) / root
    return ds @ key, np.moveaxis(ds, -1, -2) @ query, np.moveaxis(a, -1, -2) @ grad_output
