# verdict: wrong
# mistake: Only strings and things without a length are rejected; a set, a dict or a range is taken for values.
from itertools import product


def grid(space):
    for values in space.values():
        if isinstance(values, (str, bytes)) or not hasattr(values, "__len__"):
            raise ValueError("space must map names to lists or tuples")
    names = list(space)
    return [{n: v for n, v in zip(names, combo)} for combo in product(*space.values())]
