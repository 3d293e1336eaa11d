# verdict: wrong
# mistake: It keeps the mask of the first call for a shape and p and gives it again whatever the state of rng.
import numpy as np

_cache = {}


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p must be in [0, 1]")
    key = (tuple(shape), p)
    if key not in _cache:
        scale = 1.0 / (1.0 - p) if p < 1 else 0.0
        _cache[key] = (rng.random(shape) >= p) * scale
    return _cache[key].copy()
