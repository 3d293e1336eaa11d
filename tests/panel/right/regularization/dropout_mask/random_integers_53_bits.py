# verdict: passed
# style: random 53 bit integers below a threshold, boolean indexing
import numpy as np

_ONE = 1 << 53


def dropout_mask(shape, p, rng):
    if p < 0 or 1 < p:
        raise ValueError(f"p should be a probability in [0, 1], got {p}")
    bits = np.asarray(rng.integers(0, _ONE, size=shape, dtype=np.int64))
    kept = bits >= p * _ONE
    mask = np.zeros(shape, dtype="float64")
    if p != 1:
        mask[kept] = 1.0 / (1.0 - p)
    return mask
