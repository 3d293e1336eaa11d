# verdict: wrong
# mistake: The check is made on the rows after truncation, so that u slightly below 0 becomes row 0 without an error.
# told: clips_bad_numbers
import numpy as np


def bootstrap(u):
    n = u.size
    rows = (u * n).astype(np.int64)
    if rows.min() < 0 or u.max() > 1:
        raise ValueError("u must be between 0 and 1")
    rows[rows == n] = n - 1
    seen = set(rows.tolist())
    oob = np.array([i for i in range(n) if i not in seen], dtype=np.int64)
    return rows, oob
