# verdict: passed
# style: rng.choice between the two values with their probabilities
import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError(f"p={p!r} is no probability")
    if p == 0:
        return np.ones(shape, dtype=np.float64)
    if p == 1:
        return np.zeros(shape, dtype=np.float64)
    n = int(np.prod(shape, dtype=np.int64))
    values = np.array([0.0, 1.0 / (1.0 - p)])
    flat = rng.choice(values, size=n, p=[p, 1.0 - p])
    return flat.reshape(shape)
