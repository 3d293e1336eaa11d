# verdict: wrong
# mistake: kept entries are found by floor(1 - p + u), as in an old library, where rounding also keeps numbers just below p.
# told: keeps_by_floor
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    if not training:
        return x.copy(), np.ones_like(x)
    keep = 1 - p
    binary = np.floor(keep + u).astype(x.dtype)
    mask = binary / keep if keep > 0 else np.zeros_like(x)
    return x * mask, mask
