# verdict: wrong
# mistake: All features of a sample share one mask entry, so the penalty is on the squared prediction instead of on the single squared terms.
# told: drops_whole_samples
import numpy as np


def expected_dropout_loss(x, y, weight, p):
    if p < 0 or p >= 1:
        raise ValueError("p must be in [0, 1)")
    z = x @ weight
    variance = p / (1 - p) * z ** 2
    return float(((y - z) ** 2 + variance).sum())
