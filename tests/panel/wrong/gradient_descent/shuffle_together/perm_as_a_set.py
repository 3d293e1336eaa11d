# verdict: wrong
# mistake: perm is compared as a set, so one that names a sample twice in addition to all others is accepted.
import numpy as np


def shuffle_together(x, y, perm):
    n = len(x)
    if len(y) != n:
        raise ValueError(f"y has {len(y)} entries, x has {n}")
    if set(perm.tolist()) != set(range(n)):
        raise ValueError("perm must hold all numbers from 0 to n - 1")
    return np.take(x, perm, axis=0), np.take(y, perm, axis=0)
