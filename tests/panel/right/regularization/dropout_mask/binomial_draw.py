# verdict: passed
# style: rng.binomial with one trial per entry, scaled in place
import numpy as np


def dropout_mask(shape, p, rng):
    if not (0.0 <= p <= 1.0):
        raise ValueError("p, the drop probability, must lie in [0, 1]")
    keep_prob = 1.0 - p
    mask = np.asarray(rng.binomial(1, keep_prob, size=shape), dtype=np.float64)
    if keep_prob > 0.0:
        mask /= keep_prob
    return mask
