# verdict: wrong
# mistake: 1 - p is formed in the dtype of x, so for float32 and a p near 1 the scale loses most of its digits.
# told: subtracts_in_the_dtype_of_x
import numpy as np


def dropout_forward(x, u, p, training=True):
    if not 0 <= p <= 1:
        raise ValueError(f"p must be in [0, 1], got {p}")
    if u.shape != x.shape:
        raise ValueError("u must have the shape of x")
    one = np.ones_like(x)
    if not training:
        return x * one, one
    keep = one - np.asarray(p, dtype=x.dtype)
    mask = np.zeros_like(x)
    np.divide(one, keep, out=mask, where=(u >= p) & (keep > 0))
    return x * mask, mask
