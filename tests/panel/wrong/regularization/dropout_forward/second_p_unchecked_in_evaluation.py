# verdict: wrong
# mistake: p is checked in training only, though the arguments are to be checked whatever training is.
# told: checks_in_training_only
import numpy as np


def dropout_forward(x, u, p, training=True):
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if training:
        if not 0 <= p <= 1:
            raise ValueError(f"p must be in [0, 1], got {p}")
        mask = np.where(u >= p, 1.0 / (1.0 - p) if p < 1 else 0.0, 0.0).astype(x.dtype)
    else:
        mask = np.ones_like(x)
    return x * mask, mask
