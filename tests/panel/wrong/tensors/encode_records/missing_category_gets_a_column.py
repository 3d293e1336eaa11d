# verdict: wrong
# mistake: Categories are made strings first, so a missing one becomes the category "None" with a column of its own.
# told: makes_a_category_of_what_is_missing
import numpy as np


def encode_records(records, numeric, categorical):
    if any(name in numeric for name in categorical):
        raise ValueError("categorical and numeric must not overlap")
    n = len(records)
    blocks, names = [], list(numeric)
    numbers = np.full((n, len(numeric)), np.nan)
    for i, record in enumerate(records):
        for j, name in enumerate(numeric):
            if record.get(name) is not None:
                numbers[i, j] = record[name]
    blocks.append(numbers)
    for name in categorical:
        values = [str(record.get(name)) for record in records]
        levels = sorted(set(values))
        blocks.append(np.array([[float(v == k) for k in levels] for v in values]).reshape(n, len(levels)))
        names += [f"{name}={k}" for k in levels]
    return np.hstack(blocks), names
