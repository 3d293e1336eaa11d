# verdict: wrong
# mistake: Missing names are put into the dicts by setdefault, so the records of the caller are changed.
# told: empties_the_records
import numpy as np


def encode_records(records, numeric, categorical):
    for name in categorical:
        if name in numeric:
            raise ValueError(f"categorical must not contain {name!r}, it is numeric")
    for record in records:
        for name in numeric + categorical:
            record.setdefault(name, None)
    names = list(numeric)
    columns = []
    for name in numeric:
        columns.append(np.array([np.nan if r[name] is None else r[name] for r in records], dtype=np.float64))
    for name in categorical:
        for category in sorted({r[name] for r in records} - {None}):
            names.append(f"{name}={category}")
            columns.append(np.array([r[name] == category for r in records], dtype=np.float64))
    x = np.zeros((len(records), len(columns)))
    for j, column in enumerate(columns):
        x[:, j] = column
    return x, names
