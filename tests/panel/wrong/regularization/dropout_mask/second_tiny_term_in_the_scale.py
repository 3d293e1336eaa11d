# verdict: wrong
# mistake: a small number is added to 1 - p against division by zero, so the scale is not 1 / (1 - p) in its last digits.
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    keep = rng.random(shape) >= p
    return keep / (1.0 - p + 1e-10)
