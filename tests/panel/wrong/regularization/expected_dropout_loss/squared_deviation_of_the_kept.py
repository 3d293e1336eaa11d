# verdict: wrong
# mistake: The variance of a mask entry is taken as the squared deviation of the kept value from 1, without averaging over kept and dropped; it agrees only at p = 0 and one half.
import numpy as np


def expected_dropout_loss(x, y, weight, p):
    if not 0 <= p < 1:
        raise ValueError("p must be at least 0 and less than 1")
    scale = 1 / (1 - p)
    var_mask = (scale - 1) ** 2
    err = y - x.dot(weight)
    contributions = x * weight
    return float(np.sum(err ** 2) + var_mask * np.sum(contributions ** 2))
