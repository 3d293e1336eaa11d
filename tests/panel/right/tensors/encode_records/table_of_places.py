# verdict: passed
# style: a dict from (name, category) to column, then single entries written into a prepared array
import numpy as np


def encode_records(records, numeric, categorical):
    if not set(numeric).isdisjoint(categorical):
        raise ValueError("categorical must not share a name with the numeric ones")
    names = list(numeric)
    place = {}
    for name in categorical:
        seen = {record.get(name) for record in records}
        seen.discard(None)
        for category in sorted(seen):
            place[name, category] = len(names)
            names.append(f"{name}={category}")
    x = np.zeros((len(records), len(names)))
    for i, record in enumerate(records):
        for j, name in enumerate(numeric):
            value = record.get(name)
            x[i, j] = np.nan if value is None else float(value)
        for name in categorical:
            value = record.get(name)
            if value is not None:
                x[i, place[name, value]] = 1.0
    return x, names
