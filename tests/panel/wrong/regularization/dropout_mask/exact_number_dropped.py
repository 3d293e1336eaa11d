# verdict: wrong
# mistake: It always drops exactly round(p * size) entries, so the entries are not independent and the number is not random.
# told: drops_a_fixed_number
import numpy as np


def dropout_mask(shape, p, rng):
    if p < 0 or p > 1:
        raise ValueError(f"p must be between 0 and 1, got {p}")
    if p == 1:
        return np.zeros(shape)
    n = int(np.prod(shape))
    flat = np.full(n, 1.0 / (1.0 - p))
    flat[: int(round(p * n))] = 0.0
    rng.shuffle(flat)
    return flat.reshape(shape)
