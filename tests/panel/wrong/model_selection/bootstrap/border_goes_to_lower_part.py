# verdict: wrong
# mistake: A number where two parts touch is given to the lower part, by ceil(u n) - 1.
# told: takes_the_lower_part
import numpy as np


def bootstrap(u):
    if np.min(u) < 0 or np.max(u) > 1:
        raise ValueError("u: numbers from 0 to 1 only")
    n = len(u)
    idx = np.ceil(u * n).astype(np.int64) - 1
    idx = np.clip(idx, 0, n - 1)
    drawn = np.zeros(n, dtype=bool)
    drawn[idx] = True
    return idx, np.nonzero(~drawn)[0]
