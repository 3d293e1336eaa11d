# verdict: wrong
# mistake: It returns a view of a table kept between calls and not a new array, so writing into one result changes the next.
import numpy as np

_tables = {}


def positional_encoding(length, d_model):
    table = _tables.get(d_model)
    if table is None or len(table) < length:
        column = np.arange(d_model)
        rate = 1.0 / 10000.0 ** ((column - column % 2) / d_model)
        angle = np.arange(length)[:, None] * rate
        table = np.where(column % 2 == 0, np.sin(angle), np.cos(angle))
        _tables[d_model] = table
    return table[:length]
