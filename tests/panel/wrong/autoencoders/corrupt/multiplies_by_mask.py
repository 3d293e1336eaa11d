# verdict: wrong
# mistake: Multiplies by a mask of zeros and ones, and 0 times infinity or NaN is NaN and not 0.
# told: multiplies_by_a_mask
import torch


def corrupt(x, u, p):
    if p < 0 or p > 1:
        raise ValueError("p must lie between 0 and 1")
    if u.shape != x.shape:
        raise ValueError("u must have the same shape as x")
    mask = (u >= p).to(x.dtype)
    return x * mask
