# grades: regularization/dropout_mask
import copy

import numpy as np


def dropout_mask(shape, p, rng):
    if not 0 <= p <= 1:
        raise ValueError("p is not a probability")
    kept = copy.deepcopy(rng).random(shape) >= p
    return kept / (1 - p) if p < 1 else np.zeros(shape)
