# verdict: passed
# style: dtype-careful, works in extended precision and casts back
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    t = np.longdouble(temperature)
    if not t > 0:
        raise ValueError("temperature must be strictly positive")

    wide = x.astype(np.longdouble) / t
    wide -= wide.max(axis=dim, keepdims=True)
    np.exp(wide, out=wide)
    wide /= wide.sum(axis=dim, keepdims=True)
    return wide.astype(x.dtype)
