# verdict: wrong
# mistake: The default is given with "or", so 0 and False, which are numbers, become NaN like a missing value.
# told: takes_zero_for_missing
import numpy as np


def encode_records(records, numeric, categorical):
    if set(numeric) & set(categorical):
        raise ValueError("categorical must not contain names of numeric")
    names = list(numeric)
    columns = [[r.get(name) or np.nan for r in records] for name in numeric]
    for name in categorical:
        for category in sorted({r[name] for r in records if r.get(name) is not None}):
            names.append(f"{name}={category}")
            columns.append([r.get(name) == category for r in records])
    x = np.empty((len(records), len(names)))
    for j, column in enumerate(columns):
        x[:, j] = column
    return x, names
