# verdict: passed
# style: a small layer class with a mask method and a forward method
import numpy as np


class _Dropout:
    def __init__(self, p):
        if p < 0.0 or p > 1.0:
            raise ValueError("p: expected a number between 0 and 1, not {}".format(p))
        self.p = p

    def mask(self, u, dtype):
        if self.p == 1.0:
            return np.zeros(u.shape, dtype=dtype)
        m = np.empty(u.shape, dtype=dtype)
        m[...] = u >= self.p
        m /= np.asarray(1.0 - self.p, dtype=dtype)
        return m

    def forward(self, x, u, training):
        if np.shape(u) != np.shape(x):
            raise ValueError("u: shape {} differs from that of x, {}".format(np.shape(u), np.shape(x)))
        m = self.mask(u, x.dtype) if training else np.ones(x.shape, dtype=x.dtype)
        out = np.empty_like(x)
        np.multiply(x, m, out=out)
        return out, m


def dropout_forward(x, u, p, training=True):
    return _Dropout(p).forward(x, u, training)
