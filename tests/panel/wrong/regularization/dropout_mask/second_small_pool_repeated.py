# verdict: wrong
# mistake: 4096 numbers are drawn and repeated to fill a larger mask, so its entries are copies of each other.
import numpy as np

POOL = 4096


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(shape)
    size = int(np.prod(shape))
    u = np.resize(rng.random(min(size, POOL)), shape)
    return (u >= p) / (1 - p)
