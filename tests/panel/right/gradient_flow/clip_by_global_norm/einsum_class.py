# verdict: passed
# style: a small clipper object with a dot product by einsum
import numpy as np


class _Clipper:
    def __init__(self, max_norm, eps):
        if max_norm < 0.0:
            raise ValueError("max_norm must be >= 0, it was %g" % max_norm)
        self.max_norm = max_norm
        self.eps = eps

    @staticmethod
    def squared(g):
        v = g.reshape(-1).astype(float)
        return np.einsum("i,i->", v, v)

    def __call__(self, grads):
        total = np.float64(0)
        for g in grads:
            total = total + self.squared(g)
        n = total**0.5
        c = np.clip(self.max_norm / (n + self.eps), None, 1.0)
        return [np.asarray(np.asarray(g, dtype=float) * c).astype(g.dtype) for g in grads], n


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    return _Clipper(max_norm, eps)(grads)
