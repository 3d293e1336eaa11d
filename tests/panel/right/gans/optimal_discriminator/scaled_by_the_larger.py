# verdict: passed
# style: both divided by the larger one first, division only where something occurs
import numpy as np


def optimal_discriminator(p, q):
    if p.shape != q.shape:
        raise ValueError(f"q must have the shape {p.shape} of p, not {q.shape}")
    top = np.maximum(p, q)
    occurs = top > 0
    out = np.full(p.shape, 0.5, dtype=p.dtype)
    pp = p[occurs] / top[occurs]
    qq = q[occurs] / top[occurs]
    out[occurs] = pp / (pp + qq)
    return out
