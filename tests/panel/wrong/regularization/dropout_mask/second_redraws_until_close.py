# verdict: wrong
# mistake: masks are drawn again until the dropped part is within one percent of p, so their number hardly varies.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    if p == 1:
        return np.zeros(shape)
    for _ in range(200):
        kept = rng.random(shape) >= p
        if abs((1 - kept.mean()) - p) < 0.01:
            break
    return kept / (1 - p)
