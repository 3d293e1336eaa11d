# verdict: wrong
# mistake: Adds p to q in place, so the caller's q is changed.
import numpy as np


def optimal_discriminator(p, q):
    if q.shape != p.shape:
        raise ValueError("q must have the shape of p")
    total = q
    total += p
    out = np.full_like(p, 0.5)
    np.divide(p, total, out=out, where=total != 0)
    return out
