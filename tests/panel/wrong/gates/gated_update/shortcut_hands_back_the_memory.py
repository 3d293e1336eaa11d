# verdict: wrong
# mistake: When everything is kept and nothing written it returns the array c itself instead of a new one.
import numpy as np


def gated_update(c, f, i, g):
    for name, gate in (("f", f), ("i", i)):
        if np.any(gate < 0) or np.any(gate > 1):
            raise ValueError(f"{name} must lie between 0 and 1")
    if np.all(f == 1) and np.all(i == 0):
        # nothing to do, keep the memory to the last digit
        return c
    return np.asarray(f * c + i * g)
