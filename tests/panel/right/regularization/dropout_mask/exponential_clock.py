# verdict: passed
# style: exponential waiting times against the threshold -log(1-p)
import numpy as np


def dropout_mask(shape, p, rng):
    # P(E < t) = 1 - exp(-t) = p   for   t = -log(1 - p)
    if p > 1 or p < 0:
        raise ValueError("need 0 <= p <= 1 but p = %r" % (p,))
    out = np.zeros(shape, np.float64)
    if p < 1:
        waiting = rng.exponential(size=shape)
        threshold = -np.log1p(-p)
        out[...] = np.where(waiting < threshold, 0.0, 1.0 / (1.0 - p))
    return out
