# verdict: wrong
# mistake: The column is looked up by the category alone, so the same category under two names lands in the block of the later name.
import numpy as np


def encode_records(records, numeric, categorical):
    if set(numeric) & set(categorical):
        raise ValueError("categorical must not contain names of numeric")
    names = list(numeric)
    index = {}
    for name in categorical:
        for category in sorted({r[name] for r in records if r.get(name) is not None}):
            index[category] = len(names)
            names.append(name + "=" + category)
    x = np.zeros((len(records), len(names)), dtype=np.float64)
    x[:, : len(numeric)] = np.nan
    for i, r in enumerate(records):
        for j, name in enumerate(numeric):
            if r.get(name) is not None:
                x[i, j] = r[name]
        for name in categorical:
            if r.get(name) is not None:
                x[i, index[r[name]]] = 1
    return x, names
