# verdict: wrong
# mistake: Compares the number of entries and not the shapes, so a u of shape (3, 2) passes for an x of shape (2, 3).
import numpy as np


def corrupt(x, u, p):
    if p < 0 or p > 1:
        raise ValueError("p must be between 0 and 1, both included")
    if x.size != u.size:
        raise ValueError("u needs one number for each entry of x")
    out = x.flatten()
    out[u.flatten() < p] = 0
    return out.reshape(x.shape)
