# verdict: passed
# style: jumps from one dropped entry to the next with geometric gaps
import math

import numpy as np


def _dropped_positions(n, p, rng):
    """Positions of the failures in n Bernoulli trials: the gaps between them are geometric."""
    log_keep = math.log1p(-p)
    position = -1
    while True:
        e = rng.standard_exponential()
        gap = -e / log_keep
        if gap >= n - position:
            return
        position += int(gap) + 1
        if position >= n:
            return
        yield position


def dropout_mask(shape, p, rng):
    if p < 0.0 or p > 1.0:
        raise ValueError("p must be in [0, 1]")
    if p == 1.0:
        return np.zeros(shape)
    n = math.prod(shape)
    flat = np.full(n, 1.0 / (1.0 - p))
    if p > 0.0:
        for i in _dropped_positions(n, p, rng):
            flat[i] = 0.0
    return flat.reshape(shape)
