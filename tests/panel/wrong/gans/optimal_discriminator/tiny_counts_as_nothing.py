# verdict: wrong
# mistake: Takes everything below 1e-12 for "does not occur" and returns one half there.
import numpy as np


def optimal_discriminator(p, q):
    if p.shape != q.shape:
        raise ValueError("q and p must have the same shape")
    total = p + q
    empty = total < 1e-12
    d = p / np.where(empty, np.ones_like(total), total)
    d = np.where(empty, np.full_like(total, 0.5), d)
    return d
