# verdict: passed
# style: a small class for each kind of column, and a nested list comprehension reshaped at the end
import numpy as np


class _Number:
    def __init__(self, name):
        self.name = self.title = name

    def __call__(self, record):
        value = record[self.name] if self.name in record else None
        return float("nan") if value is None else float(value)


class _Indicator:
    def __init__(self, name, category):
        self.name, self.category = name, category
        self.title = name + "=" + category

    def __call__(self, record):
        return 1.0 if record.get(self.name) == self.category else 0.0


def encode_records(records, numeric, categorical):
    for name in categorical:
        if name in numeric:
            raise ValueError(f"categorical has the name {name!r}, which is already among the numbers")
    columns = [_Number(name) for name in numeric]
    for name in categorical:
        found = sorted(set(r[name] for r in records if name in r and r[name] is not None))
        columns += [_Indicator(name, category) for category in found]
    rows = [[column(record) for column in columns] for record in records]
    x = np.array(rows, dtype=np.float64).reshape(len(records), len(columns))
    return x, [column.title for column in columns]
