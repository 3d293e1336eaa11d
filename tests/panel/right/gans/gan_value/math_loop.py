# verdict: passed
# style: plain loop with math.log, math.log1p and fsum
import math

import numpy as np


def gan_value(p, q, d):
    if d.shape != p.shape:
        raise ValueError(f"d has shape {d.shape}, but p has {p.shape}")
    terms = []
    for pi, qi, di in zip(p.ravel().tolist(), q.ravel().tolist(), d.ravel().tolist()):
        if pi > 0:
            terms.append(pi * math.log(di) if di > 0 else -math.inf)
        if qi > 0:
            terms.append(qi * math.log1p(-di) if di < 1 else -math.inf)
    return np.dtype(p.dtype).type(math.fsum(terms))
