# verdict: wrong
# mistake: The array is made from a list of rows, so without records it has the shape (0,) and not (0, d).
# told: guesses_the_shape
import math

import numpy as np


def encode_records(records, numeric, categorical):
    if set(numeric) & set(categorical):
        raise ValueError("categorical: a name is also in numeric")
    levels = {c: sorted({r[c] for r in records if r.get(c) is not None}) for c in categorical}
    names = list(numeric) + [f"{c}={k}" for c in categorical for k in levels[c]]
    rows = []
    for r in records:
        row = [math.nan if r.get(name) is None else float(r[name]) for name in numeric]
        for c in categorical:
            row.extend(1.0 if r.get(c) == k else 0.0 for k in levels[c])
        rows.append(row)
    return np.array(rows, dtype=np.float64), names
