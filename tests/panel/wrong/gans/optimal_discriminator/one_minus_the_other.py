# verdict: wrong
# mistake: Computes 1 - q/(p+q), which loses the digits of a small p: with p = 1e-30 and q = 1 it gives 0.
import numpy as np


def optimal_discriminator(p, q):
    if q.shape != p.shape:
        raise ValueError("q must have the same shape as p")
    total = p + q
    share = np.divide(q, total, out=np.full_like(total, 0.5), where=total > 0)
    return 1 - share
